import type { Answers } from '../../src/catalogue/answers.ts'
import { findLifeEvent } from '../../src/catalogue/catalogue.ts'
import type { Known } from '../../src/catalogue/known.ts'
import type { Facts, LifeEvent } from '../../src/catalogue/life-event.ts'
import { fullName } from '../../src/shared/names.ts'
import { journeyThrough } from '../../src/reports/journey/journey.ts'
import { HAREHILLS, known as amira } from '../reports/asking.ts'

export const LEEDS = 'E08000035'

/** A name as an answer: the last word is the family name. */
export function named(name: string) {
  const words = name.split(' ')
  return [
    {
      nameParts: [
        { type: 'GivenName' as const, value: words.slice(0, -1).join(' ') },
        { type: 'FamilyName' as const, value: words.at(-1) ?? '' },
      ],
    },
  ]
}

/** She lives where we know that she lives, and has no numbers at hand. */
const atHome = { 'held-home': { confirmed: true, address: HAREHILLS, councils: [LEEDS] } }

/** What becomes of answers, as the site takes them: only questions that are asked count. */
export function reported(type: string, answers: Answers, remarkable: Partial<Known> = {}) {
  const event = eventOf(type)
  const known = amira(remarkable)
  const { steps, given } = journeyThrough(event, { safety: 'no', ...atHome, ...answers }, known)
  const facts = event.facts(given, known)
  return {
    ...{ event, known, given, facts },
    parsed: () => event.parseFacts(facts),
    /** Names of the questions that are put to her. */
    asked: steps
      .filter(({ source }) => source === 'draft' || source === 'nowhere')
      .map(({ question }) => question.name),
    /** Names of those that nobody asks, because we hold the answer. */
    held: steps.filter(({ source }) => source === 'held' || source === 'verified').map(({ question }) => question.name),
    areas: event.areas(given, known),
    keeps: event.keeps?.(given, known),
    warnings: (event.consequences ?? [])
      .filter((consequence) => consequence.when(given, known))
      .map(({ name }) => name),
    handOffs: (event.handOffs?.(given, known) ?? []).map(({ href }) => href),
  }
}

/** Facts as a page shows them, a line each. */
export function shown(event: LifeEvent, facts: Facts, language: 'en' | 'cy' = 'en'): Record<string, string> {
  const lines = Object.entries(facts).map(([name, value]) => [
    name,
    event.fields[name]?.show(value, language).join('|'),
  ])
  return Object.fromEntries(lines) as Record<string, string>
}

/** Fields that are told to nobody when somebody is at risk. */
export const householdFields = (type: string) =>
  Object.entries(eventOf(type).fields)
    .filter(([, { household }]) => household)
    .map(([name]) => name)

export const nameIn = (facts: Facts, field: string) => (facts[field] as ReturnType<typeof named>).map(fullName).join()

function eventOf(type: string): LifeEvent {
  const event = findLifeEvent(type)
  if (!event) throw new Error(`No event ${type}`)
  return event
}
