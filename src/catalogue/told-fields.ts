import { z } from 'zod'
import { formatDate, formatDateTime, formatPartialDate } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { fullName } from '../shared/names.ts'
import { answerShapes, isNotKnown, type Answers } from './answers.ts'
import { sharedWords } from './content/words.ts'
import type { Facts, Field } from './life-event.ts'
import { personNames, type PersonNames } from './person-name.ts'
import type { InBoth } from './question-words.ts'
import type { CheckboxesQuestion, ListPart, ListQuestion, Question, RadiosQuestion, Tells } from './question.ts'

/** The fields that follow from questions with `tells`, by name. */
export function fieldsTold(questions: readonly Question[]): Record<string, Field> {
  const fields = telling(questions).flatMap(([question, tells]) =>
    namesOf(question, tells).map(([name, option]) => [name, fieldOf(question, tells, option)] as const),
  )
  return Object.fromEntries(fields)
}

/** Their values. What was not asked, is not known or was left blank is absent. */
export function factsTold(questions: readonly Question[], given: Answers): Facts {
  const pairs = telling(questions).flatMap(([question, tells]) =>
    namesOf(question, tells).map(([name, option]) => [name, valueOf(question, given[question.name], option)] as const),
  )
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

const telling = (questions: readonly Question[]) =>
  questions.flatMap((question) => (question.tells ? [[question, question.tells] as const] : []))

/** The names of a question's fields: one, or one for each option that its list is split by. */
export function namesOf(question: Question, { field, split }: Tells): [name: string, option: Option | undefined][] {
  const part = question.kind === 'list' ? question.parts.find(({ name }) => name === split) : undefined
  if (part?.kind !== 'radios' || typeof part.options === 'function') return [[field, undefined]]
  return part.options.map((value) => [`${field}_${value.replaceAll('-', '_')}`, { part, value }])
}

interface Option {
  part: RadiosQuestion
  value: string
}

function fieldOf(question: Question, tells: Tells, option: Option | undefined): Field {
  const { category, special = false, always = false, household = false } = tells
  const { schema, show } = inTokens(question)
  const { en, cy } = question.words
  return {
    ...{ category, special, always, household, schema },
    label: labelOf(tells.label ?? { en: en.row ?? en.title, cy: cy.row ?? cy.title }, option),
    show: (value, language) => (schema.safeParse(value).success ? show(value, language) : []),
  }
}

const labelOf = (label: InBoth<string>, option: Option | undefined) =>
  option ? { en: `${label.en}: ${textOf(option, 'en')}`, cy: `${label.cy}: ${textOf(option, 'cy')}` } : label

const textOf = ({ part, value }: Option, language: Language) => part.words[language].options[value] ?? value

function valueOf(question: Question, answer: unknown, option: Option | undefined): unknown {
  if (answer === undefined || isNotKnown(answer)) return undefined
  return inTokens(question).value(option ? onlyOf(answer, option) : answer)
}

/** An answer to a list with the items of one option alone. */
function onlyOf(answer: unknown, { part, value }: Option): unknown {
  const { items, ...rest } = answer as { items: Answers[] }
  return { ...rest, items: items.filter((item) => item[part.name] === value) }
}

/** How the answers to a question stand in a token: their schema, their value there, and that value as lines of a page. */
interface InTokens {
  schema: z.ZodType
  /** Of an answer of the kind's shape; undefined: nothing is told. */
  value: (answer: unknown) => unknown
  show: (value: unknown, language: Language) => string[]
}

function inTokens(question: Question): InTokens {
  switch (question.kind) {
    case 'date':
      return { ...asItIs, schema: z.iso.date(), show: (date, language) => [formatDate(date as string, language)] }
    case 'partial-date':
      return {
        ...asItIs,
        schema: answerShapes['partial-date'],
        show: (date, language) => [formatPartialDate(date as string, language)],
      }
    case 'names':
      return { ...asItIs, schema: personNames, show: (names) => (names as PersonNames).map(fullName) }
    case 'text':
      return { ...asItIs, schema: z.string().refine((text) => question.format(text) === text) }
    case 'select':
      return { ...asItIs, schema: z.string(), show: (value, language) => [optionText(question, value, language)] }
    case 'radios':
      return isYesOrNo(question) ? yesOrNo(question) : oneOf(question)
    case 'checkboxes':
      return someOf(question)
    case 'statement':
      return {
        schema: z.iso.datetime(),
        value: (answer) => (answer as { at: string }).at,
        show: (at, language) => [formatDateTime(new Date(at as string), language)],
      }
    case 'list':
      return listOf(question)
    default:
      throw new Error(`${question.name}: what a ${question.kind} question tells stands in the event's fields and facts`)
  }
}

const asItIs = { value: (answer: unknown) => answer, show: (value: unknown) => [String(value)] }

const optionText = (question: Extract<Question, { kind: 'select' }>, value: unknown, language: Language) =>
  question.options(language).find((option) => option.value === value)?.text ?? String(value)

const isYesOrNo = ({ options }: RadiosQuestion) => typeof options === 'object' && options.join() === 'yes,no'

const yesOrNo = ({ words }: RadiosQuestion): InTokens => ({
  schema: z.boolean(),
  value: (answer) => answer === 'yes',
  show: (value, language) => [words[language].options[value ? 'yes' : 'no'] ?? sharedWords[language].yesNo(value)],
})

const oneOf = ({ options, words }: RadiosQuestion): InTokens => ({
  ...asItIs,
  schema: typeof options === 'function' ? z.string() : z.enum(options),
  show: (value, language) => [words[language].options[value as string] ?? String(value)],
})

const someOf = ({ options, alone, words }: CheckboxesQuestion): InTokens => ({
  schema: z.array(Array.isArray(options) ? z.enum(options.filter((option) => option !== alone)) : z.string()).min(1),
  value: (answer) => {
    const chosen = (answer as string[]).filter((option) => option !== alone)
    return chosen.length > 0 ? chosen : undefined
  },
  show: (value, language) => (value as string[]).map((option) => words[language].options[option] ?? option),
})

/** Each item an object with the members that its parts tell. */
function listOf({ parts }: ListQuestion): InTokens {
  const members = parts.flatMap((part) => (part.tells ? [{ part, name: part.tells.field, ...inTokens(part) }] : []))
  const shape = members.map(
    ({ part, name, schema }) => [name, canBeBlank(part) ? z.exactOptional(schema) : schema] as const,
  )
  return {
    schema: z.array(z.strictObject(Object.fromEntries(shape))).min(1),
    value: (answer) => {
      const { items } = answer as { items: Answers[] }
      return items.length > 0 ? items.map((item) => factsTold(parts, item)) : undefined
    },
    show: (value, language) =>
      (value as Facts[]).map((item) =>
        members
          .flatMap(({ part, name, show }) =>
            name in item ? sayingWhat(part, show(item[name], language), language) : [],
          )
          .join(', '),
      ),
  }
}

/** In one line with others a bare "yes" would not say to what. */
export const sayingWhat = (part: ListPart, lines: string[], language: Language): string[] => {
  const { row, title } = part.words[language]
  return part.kind === 'radios' && isYesOrNo(part) ? lines.map((line) => `${row ?? title}: ${line}`) : lines
}

const canBeBlank = ({ optional, mayNotKnow }: ListPart) => optional === true || mayNotKnow === true
