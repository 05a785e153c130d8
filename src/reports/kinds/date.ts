import type { DateQuestion, PartialDateQuestion } from '../../catalogue/question.ts'
import {
  formatDate,
  formatPartialDate,
  parseDateParts,
  parsePartialDateParts,
  type CalendarDate,
  type DatePart,
  type ParsedDate,
} from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { text, type Asking, type Kind, type Typed } from './kind.ts'

/** Three boxes. Nothing, part of a date, no such day, too early and too late are told apart. */
export const date: Kind<'date'> = {
  ...inThreeBoxes({ read: parseDateParts }),
  show: (_question, answer, { language }) => [formatDate(answer, language)],
}

/** The same boxes, of which some may be left blank. */
export const partialDate: Kind<'partial-date'> = {
  ...inThreeBoxes({ read: parsePartialDateParts, hint: (language) => words[language].date.partialHint }),
  show: (_question, answer, { language }) => [formatPartialDate(answer, language)],
}

type AnyDate = DateQuestion | PartialDateQuestion
type Boxes = Record<DatePart, string>

const PARTS = ['day', 'month', 'year'] as const

function inThreeBoxes({ read, hint }: { read: (boxes: Boxes) => ParsedDate; hint?: (language: Language) => string }) {
  return {
    inputs: ({ name }: AnyDate) => PARTS.map((part) => inputOf(name, part)),
    parse: (question: AnyDate, typed: Typed, asking: Asking) =>
      judge(question, read(boxesTyped(question.name, typed)), asking),
    typedFrom: ({ name }: AnyDate, answer: string): Typed => {
      const [year = '', month = '', day = ''] = answer.split('-').map((part) => String(Number(part)))
      return { [inputOf(name, 'day')]: day, [inputOf(name, 'month')]: month, [inputOf(name, 'year')]: year }
    },
    view: ({ name, words: own }: AnyDate, typed: Typed, { language }: Asking) => ({
      hint: own[language].hint ?? hint?.(language),
      boxes: boxesOf(name, read(boxesTyped(name, typed)), language),
    }),
  }
}

function judge(question: AnyDate, parsed: ParsedDate, { language, known }: Asking) {
  const { errors } = question.words[language]
  if (parsed.kind === 'blank') return question.optional ? { answer: undefined } : wrong(question, errors.blank)
  if (parsed.kind === 'partly-blank') {
    const missing = parsed.missing.map((part) => words[language].date.missing[part])
    return wrong(question, errors.partlyBlank(words[language].list(missing)), parsed.missing[0])
  }
  if (parsed.kind === 'not-real') return wrong(question, errors.notReal)
  const problem = beyondLimits(question, parsed.date, known.today)
  if (!problem) return { answer: parsed.date }
  return wrong(question, errors[problem.which](formatDate(problem.limit, language)))
}

/** A month or a year is within limits when any of its days is. */
function beyondLimits(question: AnyDate, day: string, today: CalendarDate) {
  const [earliest, latest] = [question.earliest(today), question.latest(today)]
  if (day < earliest.slice(0, day.length)) return { which: 'tooEarly', limit: earliest } as const
  if (day > latest.slice(0, day.length)) return { which: 'tooLate', limit: latest } as const
  return undefined
}

/** The summary's link leads to the first box at fault. */
function wrong({ name }: AnyDate, message: string, part: DatePart = 'day'): { errors: FieldError[] } {
  return { errors: [{ field: inputOf(name, part), message }] }
}

function boxesTyped(name: string, typed: Typed): Boxes {
  const [day = '', month = '', year = ''] = PARTS.map((part) => text(typed, inputOf(name, part)))
  return { day, month, year }
}

/** With an error, the boxes to mark: those that are missing if only some are, otherwise all. */
function boxesOf(name: string, parsed: ParsedDate, language: Language) {
  const marked = parsed.kind === 'partly-blank' ? parsed.missing : PARTS
  return PARTS.map((part) => ({
    part,
    name: inputOf(name, part),
    label: words[language].date[part],
    marked: marked.includes(part),
  }))
}

const inputOf = (name: string, part: DatePart) => `${name}-${part}`
