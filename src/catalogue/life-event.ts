import { z } from 'zod'
import type { Language } from '../shared/language.ts'
import type { Answers } from './answers.ts'
import type { DataCategory } from './data-category.ts'
import type { Known } from './known.ts'
import type { InBoth, Question } from './question.ts'

/** What a report says, by field name (snake_case), in JSON values. What is not known is absent, never null. */
export type Facts = Record<string, unknown>

/** One thing that a body may be told. An agreement names those that its body is told. */
export interface Field {
  category: DataCategory
  /** UK GDPR article 9. */
  special: boolean
  /** True of what every report of the event has. */
  always: boolean
  label: InBoth<string>
  schema: z.ZodType
  /** Its value as lines of a page; none for a value of another shape. */
  show(value: unknown, language: Language): string[]
}

export interface EventWords {
  /** In lists of events, as a citizen would say it: "You are moving". */
  name: string
  description: string
  /** A few words for a report of it: "Change of address". */
  short: string
  sections: Readonly<Record<string, string>>
  /** Whom this service does not reach, as a line of "who will not be told". */
  beyond: string
  /** What is left to do, and where. */
  yourself: readonly { text: string; href: string }[]
  tooYoung: { title: string; paragraphs: readonly string[] }
}

export interface LifeEventParts {
  /** Also its place in paths and in its event type URI. */
  type: string
  /** In years, of the person who reports. */
  minimumAge: number
  words: InBoth<EventWords>
  /** In the order they are asked. */
  questions: readonly Question[]
  fields: Readonly<Record<string, Field>>
  /** `given` holds only answers to questions that were asked. */
  facts(given: Answers, known: Known): Facts
  /** GSS codes of the councils concerned. */
  areas(given: Answers, known: Known): string[]
  /** True when somebody could be at risk if the facts came to the wrong person. */
  safety(given: Answers): boolean
  /** Matching numbers to keep for later reports, by the name they are kept under. */
  numbers(given: Answers, known: Known): Record<string, string>
}

export interface LifeEvent extends LifeEventParts {
  /** @throws ZodError when the facts are not of the event's schema. */
  parseFacts(facts: Facts): Facts
  /** JSON Schema 2020-12 of what a body can be told: each gets the fields of its agreement, so none is required. */
  schema: Record<string, unknown>
}

export function lifeEvent(parts: LifeEventParts): LifeEvent {
  const entries = Object.entries(parts.fields)
  const described = entries.map(([name, { schema, label }]) => [name, schema.meta({ description: label.en })] as const)
  const whole = z.strictObject(
    Object.fromEntries(entries.map(([name, { schema, always }]) => [name, always ? schema : z.exactOptional(schema)])),
  )
  const published = z.strictObject(Object.fromEntries(described)).partial()
  return { ...parts, parseFacts: (facts) => whole.parse(facts), schema: z.toJSONSchema(published) }
}

/** A field whose `show` knows the type of its value. */
export function field<Value>(parts: {
  category: DataCategory
  special?: true
  always?: true
  label: InBoth<string>
  schema: z.ZodType<Value>
  show: (value: Value, language: Language) => string[]
}): Field {
  const { category, special = false, always = false, label, schema } = parts
  const show = (value: unknown, language: Language) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parts.show(parsed.data, language) : []
  }
  return { category, special, always, label, schema, show }
}
