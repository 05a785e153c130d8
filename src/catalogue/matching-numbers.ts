import { z } from 'zod'
import type { Identity } from '../identity/claims.ts'
import { answerTo, type Answers } from './answers.ts'
import type { Known } from './known.ts'
import { sharedWords } from './content/words.ts'
import { field, type Field } from './life-event.ts'
import type { Question, TextQuestion } from './question.ts'
import { inBoth } from './question-words.ts'

const { en, cy } = sharedWords
const words = inBoth(en.numbers, cy.numbers)

/** A number by which a body finds somebody in its own files. It is also the name of the field. */
export type NumberName = keyof typeof numberFormats

/**
 * The stored form of each number (capitals, no spaces or dashes), undefined when it cannot be one:
 * National Insurance number: HMRC's manual NIM39110, and QQ, which is never issued and so stands in examples: whoever
 * tries the service out needs a number that is nobody's. Driver number: 16 characters in Great Britain (DVLA, from surname,
 * birth date and initials), 8 digits in Northern Ireland (DVA). Registration mark: every form since 1903 (DVLA INF104).
 * Log book: the 11-digit document reference of the V5C. Council Tax account: each council's own, so only its outline.
 * Student Loans Company: the 11-digit customer reference.
 */
export const numberFormats = {
  national_insurance_number: pattern(/^(QQ|(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/),
  driver_number: pattern(
    /^([A-Z9]{5}\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])(0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9][A-Z]{2}|\d{8})$/,
  ),
  vehicle_registration: pattern(
    /^([A-Z]{2}\d{2}[A-Z]{3}|[A-Z]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-Z]|[A-Z]{1,3}\d{1,4}|\d{1,4}[A-Z]{1,3})$/,
  ),
  log_book_reference: pattern(/^\d{11}$/),
  council_tax_account: pattern(/^(?=(.*\d){5})[A-Z0-9]{6,15}$/),
  customer_reference_number: pattern(/^\d{11}$/),
}

export const numberNames = Object.keys(numberFormats) as NumberName[]

/** The fields of all numbers: any event may tell them where an agreement names them for matching. */
export const numberFields = Object.fromEntries(numberNames.map((name) => [name, numberField(name)])) as Record<
  NumberName,
  Field
>

/** One question which of the numbers somebody has at hand, then a page for each. Those that we hold are not asked. */
export function numberQuestions(parts: {
  section: string
  /** The name that a number is kept under: its own, or one that says for whom it is good. */
  keptAs: KeptAs
}): Question[] {
  const { section, keptAs } = parts
  const missing = (given: Answers, known: Known) =>
    numberNames.filter((name) => known.wanted.includes(name) && !known.numbers[keptAs(name, given, known)])
  const askedWhen = (given: Answers, known: Known) => missing(given, known).length > 0
  return [
    {
      kind: 'checkboxes',
      name: CHOICE,
      section,
      matching: true,
      words: { en: en.chooseNumbers, cy: cy.chooseNumbers },
      askedWhen,
      options: (given, known) => [...missing(given, known).map(slugOf), NONE],
      alone: NONE,
    },
    ...numberNames.map((name) => numberQuestion(name, { section, words: words[name], keptAs })),
  ]
}

export type KeptAs = (name: NumberName, given: Answers, known: Known) => string

/** Those given in a report, by the name that they are kept under. */
export const numbersToKeep = (given: Answers, known: Known, keptAs: KeptAs) =>
  Object.fromEntries(
    Object.entries(numbersGiven(given)).map(([name, value]) => [keptAs(name as NumberName, given, known), value]),
  )

/** The numbers of a report, by field name. */
export function numbersGiven(given: Answers): Partial<Record<NumberName, string>> {
  const pairs = numberNames.map((name) => [name, answerTo('text', given, slugOf(name))] as const)
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

/** Numbers that stand on a verified document, by the name they are kept under. */
export function verifiedNumbers({ drivingPermits }: Identity): Known['numbers'] {
  const permits = drivingPermits.map(({ personalNumber }) => numberFormats.driver_number(personalNumber))
  const driverNumber = permits.find((value) => value !== undefined)
  return driverNumber === undefined ? {} : { driver_number: { value: driverNumber, verified: true } }
}

const CHOICE = 'numbers'
const NONE = 'none'

function numberQuestion(
  name: NumberName,
  parts: Pick<TextQuestion, 'section' | 'words'> & { keptAs: KeptAs },
): TextQuestion {
  const { keptAs, ...rest } = parts
  const heldNumber = (given: Answers, known: Known) => known.numbers[keptAs(name, given, known)]
  return {
    kind: 'text',
    name: slugOf(name),
    ...rest,
    matching: true,
    format: numberFormats[name],
    width: 20,
    mayLeaveOut: true,
    askedWhen: (given, known) =>
      known.wanted.includes(name) && (chosen(given, name) || Boolean(heldNumber(given, known))),
    held: (given, known) => {
      const number = heldNumber(given, known)
      return number && { answer: number.value, verified: number.verified }
    },
  }
}

const chosen = (given: Answers, name: NumberName) =>
  answerTo('checkboxes', given, CHOICE)?.includes(slugOf(name)) ?? false

function numberField(name: NumberName): Field {
  const schema = z.string().refine((value) => numberFormats[name](value) === value)
  const label = { en: en.fields[name], cy: cy.fields[name] }
  return field({ category: 'identity-number', label, schema, show: (value) => [value] })
}

const slugOf = (name: string) => name.replaceAll('_', '-')

function pattern(form: RegExp) {
  return (text: string) => {
    const plain = text.toUpperCase().replace(/[\s\-./]/g, '')
    return form.test(plain) ? plain : undefined
  }
}
