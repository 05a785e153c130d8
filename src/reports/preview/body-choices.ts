import type { DraftContent } from '../drafts/draft.ts'

/** What a citizen wants of single bodies before anything is sent, by agreement. Most people want nothing of it. */
export interface BodyChoices {
  timing: Readonly<Record<string, ChosenTiming>>
  /** Names of fields that it is not told. */
  redacted: Readonly<Record<string, readonly string[]>>
  /** Whether a body is told that they can keep out: what stood on the page when they last left it. */
  choices: Readonly<Record<string, 'yes' | 'no'>>
}

/** The calendar date on which a body is told, or `held` until the citizen says so. */
export type ChosenTiming = string

const noChoices: BodyChoices = { timing: {}, redacted: {}, choices: {} }

export const bodyChoicesOf = ({ bodies }: Pick<DraftContent, 'bodies'>): BodyChoices => ({ ...noChoices, ...bodies })

/** @param timing undefined: as soon as possible. */
export function withTiming(content: DraftContent, agreementId: string, timing: ChosenTiming | undefined) {
  const bodies = bodyChoicesOf(content)
  return { ...content, bodies: { ...bodies, timing: put(bodies.timing, agreementId, timing) } }
}

/** @param evenNone keeps that nothing is left out: a correction may say so of what the report left out */
export function withRedaction(
  content: DraftContent,
  agreementId: string,
  fields: readonly string[],
  { evenNone = false } = {},
) {
  const bodies = bodyChoicesOf(content)
  const redacted = put(bodies.redacted, agreementId, fields.length > 0 || evenNone ? fields : undefined)
  return { ...content, bodies: { ...bodies, redacted } }
}

/** Beside those about bodies that do not stand on the page now. */
export function withChoices(content: DraftContent, choices: BodyChoices['choices']) {
  const bodies = bodyChoicesOf(content)
  return { ...content, bodies: { ...bodies, choices: { ...bodies.choices, ...choices } } }
}

/** The same with this key set; without it when the value is undefined. */
function put<Value>(all: Readonly<Record<string, Value>>, key: string, value: Value | undefined) {
  const others = Object.entries(all).filter(([name]) => name !== key)
  return Object.fromEntries(value === undefined ? others : [...others, [key, value] as const])
}
