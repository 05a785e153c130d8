import { clusters, type Cluster } from '../../agencies/agency.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import type { Bilingual } from '../../shared/language.ts'
import { isOfficial } from './official-address.ts'
import { methods, type Method } from '../../subscriptions/subscription.ts'
import { listField, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import type { en } from './content/en.ts'

/** What a body says of itself when it asks to join. */
export interface JoinRequest {
  name: Bilingual
  kind: string
  cluster: Cluster
  /** Lower case; of an ending that only public bodies have. */
  email: string
  person: string
  events: string[]
  power: string
  method: Method
}

export const joinFields = {
  single: ['name', 'name-cy', 'kind', 'cluster', 'person', 'email', 'power', 'method'],
  list: ['events'],
}

/** What was typed, to be shown again. */
export type Typed = ReturnType<typeof typedIn>

export const typedIn = (body: FormBody) => ({
  name: textField(body, 'name'),
  nameCy: textField(body, 'name-cy'),
  kind: textField(body, 'kind'),
  cluster: textField(body, 'cluster'),
  person: textField(body, 'person'),
  email: textField(body, 'email'),
  power: textField(body, 'power'),
  method: textField(body, 'method'),
  events: listField(body, 'events').filter((type) => type !== ''),
})

type Words = Pick<typeof en, 'missing' | 'wrong'> & { join: { kinds: object } }

/** All mistakes at once, or the request. */
export function readJoinRequest(
  typed: Typed,
  words: Words,
  events: Catalogue = lifeEvents,
): { errors: FieldError[] } | { request: JoinRequest } {
  const { missing, wrong } = words
  const isKnown = {
    kind: Object.hasOwn(words.join.kinds, typed.kind),
    cluster: clusters.some((one) => one === typed.cluster),
    method: methods.some((one) => one === typed.method),
  }
  const known = typed.events.filter((type) => events.some((event) => event.type === type))
  const errors = [
    ...textError('name', typed.name, missing.name, wrong.tooLong),
    ...(typed.nameCy.length > LONGEST ? [{ field: 'name-cy', message: wrong.tooLong }] : []),
    ...(isKnown.kind ? [] : [{ field: 'kind', message: missing.kind }]),
    ...(isKnown.cluster ? [] : [{ field: 'cluster', message: missing.cluster }]),
    ...textError('person', typed.person, missing.person, wrong.tooLong),
    ...emailError(typed.email, words),
    ...(known.length > 0 ? [] : [{ field: 'events', message: missing.events }]),
    ...textError('power', typed.power, missing.power, wrong.tooLong),
    ...(isKnown.method ? [] : [{ field: 'method', message: missing.method }]),
  ]
  if (errors.length > 0) return { errors }
  const { name, nameCy, kind, person, power } = typed
  return {
    request: {
      ...{ kind, person, power, events: known, email: typed.email.toLowerCase() },
      name: { en: name, ...(nameCy && { cy: nameCy }) },
      cluster: typed.cluster as Cluster,
      method: typed.method as Method,
    },
  }
}

const LONGEST = 299

function textError(field: string, text: string, missing: string, tooLong: string): FieldError[] {
  if (text === '') return [{ field, message: missing }]
  return text.length > LONGEST ? [{ field, message: tooLong }] : []
}

function emailError(email: string, { missing, wrong }: Words): FieldError[] {
  if (email === '') return [{ field: 'email', message: missing.email }]
  const domain = /^[^\s@]{1,64}@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(email)?.[1]?.toLowerCase()
  if (domain === undefined || email.length > LONGEST) return [{ field: 'email', message: wrong.email }]
  return isOfficial(domain) ? [] : [{ field: 'email', message: wrong.unofficial }]
}
