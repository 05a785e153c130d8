import { createHash } from 'node:crypto'
import type { Facts } from '../catalogue/life-event.ts'
import { whoWillBeTold, type Preview as WhoIsTold } from '../subscriptions/who-will-be-told.ts'
import type { OpenJourney } from './open-journey.ts'
import type { Told, Withheld } from './report.ts'

/** What would be sent, to whom, as of now. */
export interface Preview extends WhoIsTold {
  facts: Facts
  areas: readonly string[]
  /** Stands for all of it: a report is sent only as it was seen. */
  seen: string
}

export type Choices = Readonly<Record<string, 'yes' | 'no'>>

export function previewOf({ journey, recipients, age }: OpenJourney): Preview {
  const { event, given, known } = journey
  const facts = event.facts(given, known)
  const told = whoWillBeTold(recipients, facts, { age })
  return { ...told, facts, areas: event.areas(given, known), seen: fingerprint(told, facts) }
}

/** Bodies that the citizen must still say yes or no to. */
export const unchosen = ({ told }: Preview, choices: Choices) =>
  told.filter(({ recipient }) => isOptional(recipient) && !choices[recipient.agreement.id])

export const isOptional = ({ agreement }: Preview['told'][number]['recipient']) => agreement.choice === 'optional'

/** What the page showed, so that nobody who came later is told. */
export const toldBy = ({ told }: Preview): Told =>
  Object.fromEntries(told.map(({ recipient }) => [recipient.agreement.id, recipient.agreement.version]))

/** Agreements under which nothing is told. */
export function withheldBy({ told, notTold }: Preview, choices: Choices): Withheld {
  const young = notTold.map(({ recipient, reason }) => [recipient.agreement.id, reason] as const)
  const refused = told
    .filter(({ recipient }) => isOptional(recipient) && choices[recipient.agreement.id] === 'no')
    .map(({ recipient }) => [recipient.agreement.id, 'chosen'] as const)
  return Object.fromEntries([...young, ...refused])
}

function fingerprint({ told, notTold }: WhoIsTold, facts: Facts): string {
  const bodies = [...told, ...notTold].map(({ recipient }) => [recipient.agreement.id, recipient.agreement.version])
  return createHash('sha256')
    .update(JSON.stringify([facts, bodies, notTold.length]))
    .digest('base64url')
}
