import { answerTo } from '../../catalogue/answers.ts'
import type { ListPart, Question, TextQuestion } from '../../catalogue/question.ts'
import type { Asking, Typed } from '../../reports/kinds/kind.ts'
import { parse } from '../../reports/kinds/kinds.ts'
import { addDays } from '../../shared/dates.ts'
import { registeredDeaths } from '../registrar/registered-deaths.ts'

/**
 * Forms that a question takes, as people would fill them in: the plainest first, then one for each way that the journey
 * may go on from it. Made from the question's own declaration, so that there are some for questions yet to come.
 */
export async function answerForms(question: Question, asking: Asking): Promise<Typed[]> {
  const forms = [...candidates(question, asking), ...buttons(question)]
  const parsed = await Promise.all(forms.map(async (form) => [form, await parse(question, form, asking)] as const))
  return parsed.flatMap(([form, result]) => ('errors' in result ? [] : [form]))
}

/** The same for the page of one item of a list: what is plainest for each part. */
export function itemForm(parts: readonly ListPart[], asking: Asking): Typed {
  return Object.assign({}, ...parts.map((part) => candidates(part, asking)[0] ?? {})) as Typed
}

/** Whoever is at risk is asked less: the plain way is that of who is not. */
const plainestFirst = (name: string, options: readonly string[]) => (name === 'safety' ? options.toReversed() : options)

function candidates(question: Question, asking: Asking): Typed[] {
  const { name } = question
  const one = (value: string | readonly string[]): Typed => ({ [name]: value })
  switch (question.kind) {
    case 'date':
    case 'partial-date':
      return daysFor(question, asking).map((day) => dateForm(name, day))
    case 'names':
      return [{ [`${name}-first`]: 'Sam', [`${name}-last`]: 'Example' }]
    case 'select':
      return question.options('en').map(({ value }) => one(value))
    case 'statement':
      return [one('yes')]
    case 'registration':
      return registeredDeaths.map(({ reference, deathDate }) => ({
        [`${name}-reference`]: reference,
        ...dateForm(`${name}-date`, deathDate),
      }))
    case 'radios':
      return plainestFirst(name, optionsOf(question.options, asking)).map(one)
    case 'checkboxes':
      return ticks(optionsOf(question.options, asking), question.alone).map(one)
    case 'text':
      return textsFor(question).map(one)
    case 'postcode':
      return [one('LS6 3AA'), one('ZE1 0AA'), { [`${name}-by-hand`]: 'yes' }]
    case 'found-address':
      return [one(firstFound(question.from, asking)), one('elsewhere')]
    case 'address':
      return [ADDRESSES[question.form]].map((lines) => prefixed(name, lines))
    case 'council':
      return [one('E08000035'), one('unknown')]
    case 'confirm-address':
      return [one('yes'), one('no')]
    case 'list':
      return [one('no')]
  }
}

/** Other answers that every question may allow: none, and "I do not know". */
const buttons = ({ optional, mayNotKnow }: Question): Typed[] => [
  ...(mayNotKnow ? [{ 'not-known': 'yes' }] : []),
  ...(optional ? [{}] : []),
]

const optionsOf = (
  options: readonly string[] | ((given: Asking['given'], known: Asking['known']) => readonly string[]),
  { given, known }: Asking,
) => (typeof options === 'function' ? options(given, known) : options)

/** Each option by itself, then all that go together. */
function ticks(options: readonly string[], alone: string | undefined): string[][] {
  const together = options.filter((option) => option !== alone)
  return [...options.map((option) => [option]), ...(together.length > 1 ? [together] : [])]
}

/** In the past and in the future, where both may be: what is asked next may depend on it. */
function daysFor(
  question: Extract<Question, { kind: 'date' | 'partial-date' }>,
  { known: { today } }: Asking,
): string[] {
  const [earliest, latest] = [question.earliest(today), question.latest(today)]
  const days = [addDays(today, -20), addDays(today, 9), latest, earliest]
  return days.filter((day) => day >= earliest && day <= latest)
}

const dateForm = (name: string, date: string): Typed => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

const firstFound = (from: string, { given }: Asking) =>
  String(answerTo('postcode', given, from)?.found[0]?.address.uprn ?? 'no-0')

const prefixed = (name: string, lines: Record<string, string>): Typed =>
  Object.fromEntries(Object.entries(lines).map(([line, text]) => [`${name}-${line}`, text]))

const ADDRESSES = {
  uk: { line1: '1 Quay Street', line2: '', town: 'Lerwick', county: '', postcode: 'ZE1 0AA' },
  forces: { line1: '', line2: '', postcode: 'BFPO 801' },
  abroad: { line1: '5 Rue Haute', line2: '', town: 'Lyon', county: '', postcode: '69001', country: 'FR' },
}

/** The first is what the question takes: a name, a number that is nobody's, a reference. */
const textsFor = ({ format }: TextQuestion): string[] => TEXTS.filter((text) => format(text) !== undefined).slice(0, 1)

const TEXTS = [
  'QQ123456C',
  'MORGA753116SM9IJ',
  'AB12CDE',
  '12345678901',
  '1234567890',
  '123456789',
  '12345678',
  '120382978',
  'sam@example.com',
  '07700 900123',
  'Sam Example',
  'TU00A1B2C3',
  '10',
]
