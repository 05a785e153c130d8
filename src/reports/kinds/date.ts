import type { DateQuestion } from '../../catalogue/question.ts'
import { formatDate, parseDateParts, type CalendarDate } from '../../shared/dates.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { text, type Asking, type Kind, type Typed } from './kind.ts'

const PARTS = ['day', 'month', 'year'] as const
type Part = (typeof PARTS)[number]

/** Three boxes. Nothing, part of a date, no such day, too early and too late are told apart. */
export const date: Kind<'date'> = {
  inputs: ({ name }) => PARTS.map((part) => inputOf(name, part)),
  parse,
  typedFrom: ({ name }, answer) => {
    const [year = '', month = '', day = ''] = answer.split('-').map((part) => String(Number(part)))
    return { [inputOf(name, 'day')]: day, [inputOf(name, 'month')]: month, [inputOf(name, 'year')]: year }
  },
  view: ({ name }, typed, { language }) => ({ boxes: boxesOf(name, typed).map((box) => inWords(box, language)) }),
  show: (_question, answer, { language }) => [formatDate(answer, language)],
}

function parse(question: DateQuestion, typed: Typed, { language, known }: Asking) {
  const { errors } = question.words[language]
  const parsed = parseDateParts(typedParts(question.name, typed))
  if (parsed.kind === 'blank') return question.optional ? { answer: undefined } : wrong(question, errors.blank)
  if (parsed.kind === 'partly-blank') {
    const missing = parsed.missing.map((part) => words[language].date.missing[part])
    return wrong(question, errors.partlyBlank(words[language].list(missing)), parsed.missing[0])
  }
  if (parsed.kind === 'not-real') return wrong(question, errors.notReal)
  const problem = beyondLimits(question, parsed.date, known.today)
  return problem ? wrong(question, errors[problem.which](formatDate(problem.limit, language))) : { answer: parsed.date }
}

function beyondLimits(question: DateQuestion, day: CalendarDate, today: CalendarDate) {
  const [earliest, latest] = [question.earliest(today), question.latest(today)]
  if (day < earliest) return { which: 'tooEarly', limit: earliest } as const
  if (day > latest) return { which: 'tooLate', limit: latest } as const
  return undefined
}

/** The summary's link leads to the first box at fault. */
function wrong({ name }: DateQuestion, message: string, part: Part = 'day'): { errors: FieldError[] } {
  return { errors: [{ field: inputOf(name, part), message }] }
}

function typedParts(name: string, typed: Typed) {
  const [day = '', month = '', year = ''] = PARTS.map((part) => text(typed, inputOf(name, part)))
  return { day, month, year }
}

/** With an error, the boxes to mark: those left blank if only some are, otherwise all. */
function boxesOf(name: string, typed: Typed) {
  const parts = typedParts(name, typed)
  const blank = PARTS.filter((part) => parts[part] === '')
  const marked = blank.length > 0 ? blank : PARTS
  return PARTS.map((part) => ({ part, name: inputOf(name, part), marked: marked.includes(part) }))
}

const inWords = (box: ReturnType<typeof boxesOf>[number], language: Asking['language']) => ({
  ...box,
  label: words[language].date[box.part],
})

const inputOf = (name: string, part: Part) => `${name}-${part}`
