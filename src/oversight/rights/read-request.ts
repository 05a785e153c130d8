import type { Language } from '../../shared/language.ts'
import { listField, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import type { Holder, OfferedPurpose } from './holder-store.ts'
import { LONGEST, type RightKind, type Words } from './right.ts'
import type { Wanted } from './send.ts'
import { words } from './words.ts'

/** The form of each right. */
export const RIGHT_FIELDS: Record<RightKind, { single: string[]; list: string[] }> = {
  object: { single: ['purpose', 'message'], list: ['named'] },
  correct: { single: ['wrong', 'right'], list: ['bodies', 'named'] },
  access: { single: ['message'], list: ['bodies', 'named'] },
  erase: { single: ['message'], list: ['bodies', 'named'] },
}

export interface Typed {
  purpose: string
  bodies: string[]
  named: boolean
  texts: Record<'message' | 'wrong' | 'right', string>
}

export interface ReadRequest {
  typed: Typed
  errors: FieldError[]
  /** Undefined with an error. */
  wanted?: Wanted
}

/** The form as nobody has filled it in: all bodies are asked, but for what only some have wrong. */
export const untouched = (kind: RightKind, holders: readonly Holder[]): ReadRequest => ({
  typed: {
    ...{ purpose: '', named: true, texts: { message: '', wrong: '', right: '' } },
    bodies: kind === 'correct' ? [] : holders.map(({ id }) => id),
  },
  errors: [],
})

/** @param offered what the page offered: anything else was not chosen there */
export function readRequest(
  kind: RightKind,
  body: FormBody,
  offered: { holders: readonly Holder[]; purposes: readonly OfferedPurpose[] },
  language: Language,
): ReadRequest {
  const typed = typedIn(body)
  const to = addressed(kind, typed, offered)
  const errors = [...(to.length > 0 ? [] : [nobodyChosen(kind, language)]), ...textErrors(kind, typed, language)]
  if (errors.length > 0) return { typed, errors }
  return { typed, errors, wanted: { kind, to, words: wordsOf(typed), named: typed.named } }
}

const typedIn = (body: FormBody): Typed => ({
  purpose: textField(body, 'purpose'),
  bodies: listField(body, 'bodies'),
  named: listField(body, 'named').includes('yes'),
  texts: { message: textField(body, 'message'), wrong: textField(body, 'wrong'), right: textField(body, 'right') },
})

type Offered = Parameters<typeof readRequest>[2]

function addressed(kind: RightKind, { purpose, bodies }: Typed, { holders, purposes }: Offered): Wanted['to'] {
  if (kind !== 'object') return holders.filter(({ id }) => bodies.includes(id)).map(({ id }) => ({ agencyId: id }))
  return purposes
    .filter(({ path }) => path === purpose)
    .map(({ path, agencyId, agreementId }) => ({ agencyId, about: path, agreementId: agreementId ?? undefined }))
}

function nobodyChosen(kind: RightKind, language: Language): FieldError {
  const { errors } = words[language].ask
  return kind === 'object' ? { field: 'purpose', message: errors.purpose } : { field: 'bodies', message: errors.bodies }
}

/** A copy and erasure need no words: the law does not ask for reasons. */
function textErrors(kind: RightKind, { texts }: Typed, language: Language): FieldError[] {
  const { errors } = words[language].ask
  const needed = {
    message: kind === 'object' ? errors.why : undefined,
    wrong: kind === 'correct' ? errors.wrong : undefined,
    right: kind === 'correct' ? errors.right : undefined,
  }
  return (['message', 'wrong', 'right'] as const).flatMap((field) => {
    const text = texts[field]
    const message = text === '' ? needed[field] : [...text].length > LONGEST ? errors.long : undefined
    return message === undefined ? [] : [{ field, message }]
  })
}

const wordsOf = ({ texts }: Typed): Words => ({
  ...(texts.message !== '' && { message: texts.message }),
  ...(texts.wrong !== '' && { wrong: texts.wrong, right: texts.right }),
})

/** One text that is needed, of a form with nothing else. */
export function messageErrors(message: string, text: { missing: string; long: string }): FieldError[] {
  if (message === '') return [{ field: 'message', message: text.missing }]
  return [...message].length > LONGEST ? [{ field: 'message', message: text.long }] : []
}
