import { createHash } from 'node:crypto'
import type { Facts } from '../catalogue/life-event.ts'
import { whoWillBeTold, type Preview as WhoIsTold, type Told as ToldBy } from '../subscriptions/who-will-be-told.ts'
import { bodyChoicesOf } from './body-choices.ts'
import { emptyDraft } from './draft.ts'
import type { OpenJourney } from './open-journey.ts'
import { fieldsLeftOut } from './redaction.ts'
import type { Redacted, Timing, Told, Withheld } from './report.ts'
import { storedTiming, whenTold, type Sending, type WhenTold } from './when-told.ts'

/** One body, under one agreement. */
export interface ToldBody extends ToldBy {
  when: WhenTold
  /** Names of fields that it is not told, whether or not they have a value. */
  redacted: readonly string[]
}

/** What would be sent, to whom, as of now. */
export interface Preview extends WhoIsTold {
  told: ToldBody[]
  facts: Facts
  areas: readonly string[]
  /** Stands for all of it: a report is sent only as it was seen. */
  seen: string
}

export type Choices = Readonly<Record<string, 'yes' | 'no'>>

export function previewOf({ journey, recipients, age, draft }: OpenJourney, sending: Sending): Preview {
  const { event, given, known } = journey
  const facts = event.facts(given, known)
  const safety = event.safety(given)
  const { timing, redacted } = bodyChoicesOf(draft ?? emptyDraft)
  const leftOut = ({ fields, agreement }: ToldBy['recipient']) =>
    fieldsLeftOut(fields, { event, safety, chosen: redacted[agreement.id] ?? [] })
  const { told, notTold } = whoWillBeTold(recipients, facts, { age, leftOut })
  const bodies = told.map((each) => ({
    ...each,
    redacted: leftOut(each.recipient),
    when: whenTold(each.recipient.agreement, timing[each.recipient.agreement.id], { ...sending, event }),
  }))
  const preview = { told: bodies, notTold, facts }
  return { ...preview, areas: event.areas(given, known), seen: fingerprint(preview) }
}

/** Bodies that the citizen must still say yes or no to. */
export const unchosen = ({ told }: Preview, choices: Choices) =>
  told.filter(({ recipient }) => isOptional(recipient) && !choices[recipient.agreement.id])

export const isOptional = ({ agreement }: ToldBody['recipient']) => agreement.choice === 'optional'

/** What the page showed, so that nobody who came later is told. */
export const toldBy = ({ told }: Preview): Told =>
  Object.fromEntries(told.map(({ recipient }) => [recipient.agreement.id, recipient.agreement.version]))

/** Agreements under which nothing is told. */
export function withheldBy({ told, notTold }: Preview, choices: Choices): Withheld {
  const young = notTold.map(({ recipient, reason }) => [recipient.agreement.id, reason] as const)
  const refused = told
    .filter((body) => isRefused(body, choices))
    .map(({ recipient }) => [recipient.agreement.id, 'chosen'] as const)
  return Object.fromEntries([...young, ...refused])
}

/** Bodies that are told later than at once. */
export function timingBy({ told }: Preview, choices: Choices): Timing {
  const later = told.flatMap((body) => {
    const stored = isRefused(body, choices) ? undefined : storedTiming(body.when)
    return stored === undefined ? [] : [[body.recipient.agreement.id, stored] as const]
  })
  return Object.fromEntries(later)
}

export function redactedBy({ told }: Preview): Redacted {
  const some = told.filter(({ redacted }) => redacted.length > 0)
  return Object.fromEntries(some.map(({ recipient, redacted }) => [recipient.agreement.id, redacted]))
}

const isRefused = ({ recipient }: ToldBody, choices: Choices) =>
  isOptional(recipient) && choices[recipient.agreement.id] === 'no'

/** Of a time only its kind and its day count: how long ago the page was opened changes nothing that was seen. */
function fingerprint({ told, notTold, facts }: Pick<Preview, 'told' | 'notTold' | 'facts'>): string {
  const bodies = told.map(({ recipient: { agreement }, when, redacted }) => {
    return [agreement.id, agreement.version, when.kind, 'date' in when && when.date, redacted]
  })
  const others = notTold.map(({ recipient: { agreement } }) => [agreement.id, agreement.version])
  return createHash('sha256')
    .update(JSON.stringify([facts, bodies, others]))
    .digest('base64url')
}
