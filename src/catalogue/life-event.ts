import { z } from 'zod'
import type { CalendarDate } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import type { Answers } from './answers.ts'
import type { DataCategory } from './data-category.ts'
import type { Known, ToKeep } from './known.ts'
import type { PersonNames } from './person-name.ts'
import type { Question } from './question.ts'
import type { InBoth } from './question-words.ts'
import { factsTold, fieldsTold } from './told-fields.ts'

/** What a report says, by field name (snake_case), in JSON values. What is not known is absent, never null. */
export type Facts = Record<string, unknown>

/** One thing that a body may be told. An agreement names those that its body is told. */
export interface Field {
  category: DataCategory
  /** UK GDPR article 9. */
  special: boolean
  /** True of what every report of the event has. */
  always: boolean
  /** About a partner or somebody of the household: told to nobody when the reporter is at risk. */
  household: boolean
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
  /** Whom this service does not reach: lines of "who will not be told", with where to go. */
  beyond: readonly { text: string; href?: string }[]
  /** What is left to do, and where. */
  yourself: readonly { text: string; href: string }[]
  tooYoung: { title: string; paragraphs: readonly string[] }
}

/** Something that telling a body brings with it, and that people should know before. */
export interface Consequence {
  name: string
  /** Whom it concerns: the bodies that would be told this field. */
  field: string
  when(given: Answers, known: Known): boolean
  words: InBoth<{ title: string; paragraphs: readonly string[]; link?: { text: string; href: string } }>
}

/** Where a notice is not enough and the citizen has to apply or register. */
export interface HandOff {
  words: InBoth<{ text: string }>
  href: string
}

/** Whom an event is about, when that is not the person who reports it. */
export interface About {
  names: PersonNames
  birthDate: CalendarDate
  /** What else tells this person from others of that name and birth date. */
  passportNumbers: readonly string[]
  driverNumbers: readonly string[]
  postcodes: readonly string[]
  /** With name and birth date it makes two reports the same: the date of death. */
  date: CalendarDate
  /** How the reporter says they are related: a code, never a name. */
  relationship: string
}

export interface LifeEventParts {
  /** Also its place in paths and in its event type URI. */
  type: string
  /** In years, of the person who reports. */
  minimumAge: number
  /** Who may report it. Anybody who signed in: then its own questions ask for a reference that proves enough. */
  reporters?: 'proved' | 'signed-in'
  words: InBoth<EventWords>
  /** In the order they are asked. */
  questions: readonly Question[]
  /** A long event: its sections are a task list. */
  tasks?: true
  /** Fields beside those that follow from the questions' `tells`. */
  fields: Readonly<Record<string, Field>>
  /** Their values. `given` holds only answers to questions that were asked. */
  facts(given: Answers, known: Known): Facts
  /** GSS codes of the councils concerned. */
  areas(given: Answers, known: Known): string[]
  /** True when somebody could be at risk if the facts came to the wrong person. */
  safety(given: Answers): boolean
  /** Matching numbers to keep for later reports, by the name they are kept under. */
  numbers(given: Answers, known: Known): Record<string, string>
  /** What else to remember for later reports. */
  keeps?(given: Answers, known: Known): ToKeep
  /** What tells one draft of the event from another, in a list: whose name it is about. */
  draftLabel?(given: Answers): string | undefined
  consequences?: readonly Consequence[]
  handOffs?(given: Answers, known: Known): HandOff[]
  /** Undefined while it is not known. */
  about?(given: Answers, known: Known): About | undefined
  /** Bodies whose act cannot be undone are told only after a while. */
  coolingOff?: true
}

export interface LifeEvent extends LifeEventParts {
  /** Every one: those that follow from questions, and the others. */
  fields: Readonly<Record<string, Field>>
  /** @throws ZodError when the facts are not of the event's schema. */
  parseFacts(facts: Facts): Facts
  /** JSON Schema 2020-12 of what a body can be told: each gets the fields of its agreement, so none is required. */
  schema: Record<string, unknown>
  /** The same of what a body is told that gets these fields; those that are not of the event are passed over. */
  schemaOf(fields: readonly string[]): Record<string, unknown>
}

/** Beside the fields, in tokens that follow a first one or are about nobody. No field may bear these names. */
const followUp = {
  change: z
    .enum(['corrected', 'withdrawn', 'answered', 'offer_accepted', 'offer_declined'])
    .meta({ description: 'What became of an event told before; absent from the first token about it' }),
  original_jti: z.string().meta({ description: 'The jti of the first token about it' }),
  answer: z.string().meta({ description: 'What the citizen says to what you asked' }),
  synthetic: z
    .literal(true)
    .meta({ description: 'The person is made up: take the token and answer it as always, and change nobody’s file' }),
}

/** @throws when two fields, or a field and a member of follow-ups, have one name. */
export function lifeEvent(parts: LifeEventParts): LifeEvent {
  const told = fieldsTold(parts.questions)
  const fields = { ...told, ...parts.fields }
  const taken = [...Object.keys(told), ...Object.keys(parts.fields), ...Object.keys(followUp)]
  const twice = taken.find((name, index) => taken.indexOf(name) !== index)
  if (twice) throw new Error(`${parts.type} has two fields with the name ${twice}`)
  const entries = Object.entries(fields)
  const whole = z.strictObject(
    Object.fromEntries(entries.map(([name, { schema, always }]) => [name, always ? schema : z.exactOptional(schema)])),
  )
  return {
    ...parts,
    fields,
    facts: (given, known) => ({ ...factsTold(parts.questions, given), ...parts.facts(given, known) }),
    parseFacts: (facts) => whole.parse(facts),
    schema: published(fields),
    schemaOf: (names) => published(Object.fromEntries(entries.filter(([name]) => names.includes(name)))),
  }
}

function published(fields: Readonly<Record<string, Field>>): Record<string, unknown> {
  const entries = Object.entries(fields)
  const described = entries.map(([name, { schema, label }]) => [name, schema.meta({ description: label.en })] as const)
  return z.toJSONSchema(z.strictObject({ ...Object.fromEntries(described), ...followUp }).partial())
}

/** A field whose `show` knows the type of its value. */
export function field<Value>(parts: {
  category: DataCategory
  special?: true
  always?: true
  household?: true
  label: InBoth<string>
  schema: z.ZodType<Value>
  show: (value: Value, language: Language) => string[]
}): Field {
  const { category, special = false, always = false, household = false, label, schema } = parts
  const show = (value: unknown, language: Language) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parts.show(parsed.data, language) : []
  }
  return { category, special, always, household, label, schema, show }
}
