import type { Answers } from '../../src/catalogue/answers.ts'
import type { Known } from '../../src/catalogue/known.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { placeOf } from '../../src/catalogue/postal-address.ts'
import type { ListPart, Question, TextQuestion } from '../../src/catalogue/question.ts'
import { leftBlank } from '../../src/reports/drafts/draft.ts'
import { firstUnanswered, journeyThrough, type Journey } from '../../src/reports/journey/journey.ts'
import type { CalendarDate } from '../../src/shared/dates.ts'

export interface Around {
  given: Answers
  known: Known
  /** A number from 0, below the one given. */
  pick: (below: number) => number
}

/** An answer that its question takes, of any event: what we hold is confirmed, the rest is one thing or another. */
export function anyAnswer(question: Question, around: Around): unknown {
  const { given, known, pick } = around
  const { today } = known
  switch (question.kind) {
    case 'postcode':
      return { postcode: 'LS6 3AA', search: 'by-hand', found: [] }
    case 'found-address':
      return { elsewhere: true }
    case 'address':
      return { address: SOMEWHERE[question.form], councils: question.form === 'uk' ? ['E08000035'] : [] }
    case 'council':
      return ['E08000035']
    case 'confirm-address':
      return {
        confirmed: true,
        address: placeOf(question.address(given, known) ?? {}),
        councils: ['E08000035'],
      }
    case 'statement':
      return { at: `${today}T12:00:00.000Z` }
    case 'checkboxes': {
      const { options } = question
      const all = typeof options === 'function' ? options(given, known) : options
      const some = all.filter((option) => option !== question.alone && pick(2) === 1)
      return some.length > 0 ? some : all.slice(-1)
    }
    case 'list': {
      const items = Array.from({ length: 1 + pick(Math.min(question.most, 3)) }, () => anyItem(question.parts, around))
      return { items, complete: true }
    }
    case 'registration':
      return { reference: 'QQ 123456', deathDate: today, names: A_NAME, birthDate: '1940-05-01' }
    default:
      return anyPart(question, around)
  }
}

/** The journey with every question that is asked answered. @param look sees each question before it is answered. */
export function walkThrough(
  event: LifeEvent,
  known: Known,
  { pick, look = () => undefined }: { pick: Around['pick']; look?: (question: Question, journey: Journey) => void },
): Journey {
  let answers: Answers = {}
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const journey = journeyThrough(event, answers, known)
    const step = firstUnanswered(journey)
    if (!step) return journey
    const { question } = step
    look(question, journey)
    const blank = question.optional && pick(3) === 0
    const answer = blank ? leftBlank : anyAnswer(question, { given: journey.given, known, pick })
    answers = { ...answers, [question.name]: answer }
  }
  throw new Error(`${event.type} never ends`)
}

const MOST_QUESTIONS = 200

const SOMEWHERE = {
  uk: { buildingNumber: '3', streetName: 'Otley Road', addressLocality: 'Leeds', postalCode: 'LS6 3AA' },
  forces: { postalCode: 'BFPO 58', addressCountry: 'GB' },
  abroad: { streetName: 'rue des Lilas', addressLocality: 'Lyon', addressCountry: 'FR' },
}

const A_NAME = [
  {
    nameParts: [
      { type: 'GivenName', value: 'Alex' },
      { type: 'FamilyName', value: 'Example' },
    ],
  },
]

const TEXTS = [
  ...['Aurora', 'QQ 12 34 56 C', 'MORGA657054SM9IJ', 'AB12 CDE', '12345678901', '7712345', '123456789'],
  ...['someone@example.com', '07700 900123', '123/AB456', 'REF 2026/123', 'LS1 4AP'],
]

function anyPart(part: ListPart, { given, known, pick }: Around): unknown {
  const { today } = known
  switch (part.kind) {
    case 'text':
      return anyText(part)
    case 'names':
      return A_NAME
    case 'date':
      return between(part.earliest(today), part.latest(today), pick)
    case 'partial-date':
      return part.latest(today).slice(0, [4, 7, 10][pick(3)])
    case 'radios': {
      const options = typeof part.options === 'function' ? part.options(given, known) : part.options
      const offered = options.find((option) => part.optionText?.(option, known) !== undefined)
      return offered ?? options[pick(options.length)]
    }
    case 'select': {
      const options = part.options('en')
      return options[pick(options.length)]?.value
    }
  }
}

function anyItem(parts: readonly ListPart[], around: Around) {
  const given = parts.filter((part) => !part.optional || around.pick(2) === 1)
  return Object.fromEntries(given.map((part) => [part.name, anyPart(part, around)]))
}

function anyText({ name, format }: TextQuestion): string {
  const answer = TEXTS.map((text) => format(text)).find((text) => text !== undefined)
  if (answer === undefined) throw new Error(`Nobody knows a text that fits ${name}: add one here`)
  return answer
}

const between = (earliest: CalendarDate, latest: CalendarDate, pick: Around['pick']) =>
  [earliest, latest][pick(2)] ?? latest
