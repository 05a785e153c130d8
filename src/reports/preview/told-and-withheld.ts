import { isOptional, type Choices, type Preview, type ToldBody } from './preview.ts'
import type { Redacted, Timing, Told, Withheld } from '../report.ts'
import { storedTiming } from './when-told.ts'

/**
 * What the page showed, so that nobody who came later is told. Whom an earlier report tells stands there too, in case it
 * is taken back; but not where the citizen would have to choose, and was not asked.
 */
export const toldBy = (preview: Preview): Told =>
  Object.fromEntries(allOf(preview).map(({ recipient }) => [recipient.agreement.id, recipient.agreement.version]))

/** Agreements under which nothing is told. */
export function withheldBy({ told, notTold }: Preview, choices: Choices): Withheld {
  const others = notTold.map(({ recipient, reason }) => [recipient.agreement.id, reason] as const)
  const refused = told
    .filter((body) => isRefused(body, choices))
    .map(({ recipient }) => [recipient.agreement.id, 'chosen'] as const)
  return Object.fromEntries([...others, ...refused])
}

/** Bodies that are told later than at once. */
export function timingBy(preview: Preview, choices: Choices): Timing {
  const later = allOf(preview).flatMap((body) => {
    const stored = isRefused(body, choices) ? undefined : storedTiming(body.when)
    return stored === undefined ? [] : [[body.recipient.agreement.id, stored] as const]
  })
  return Object.fromEntries(later)
}

/** A body waits by itself, because what it does cannot be undone. */
export const somethingCoolsOff = ({ told }: Preview, choices: Choices) =>
  told.some((body) => body.when.kind === 'cooling-off' && !isRefused(body, choices))

export function redactedBy(preview: Preview): Redacted {
  const some = allOf(preview).filter(({ redacted }) => redacted.length > 0)
  return Object.fromEntries(some.map(({ recipient, redacted }) => [recipient.agreement.id, redacted]))
}

const allOf = ({ told, toldBefore }: Preview) => [
  ...told,
  ...toldBefore.filter(({ recipient }) => !isOptional(recipient)),
]

const isRefused = ({ recipient }: ToldBody, choices: Choices) =>
  isOptional(recipient) && choices[recipient.agreement.id] === 'no'
