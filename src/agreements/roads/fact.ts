import { lifeEvents, type Catalogue } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.facts, cy: cy.facts }

/** One thing that a body asks a citizen for. It is a field of a life event: that is how this service can tell it. */
export interface Fact {
  /** A name of the small catalogue, `address`, or the event and its field: `work.employers`. */
  id: string
  /** Of the life event. */
  type: string
  field: string
}

/** What people are asked for most, by the names that they know it by. */
const NAMED: readonly Fact[] = [
  { id: 'address', type: 'change-of-address', field: 'new_address' },
  { id: 'name', type: 'change-of-name', field: 'new_names' },
  { id: 'phone', type: 'contact-details', field: 'new_phone' },
  { id: 'email', type: 'contact-details', field: 'new_email' },
  { id: 'language', type: 'contact-details', field: 'preferred_language' },
  { id: 'employer', type: 'work', field: 'employers' },
  { id: 'income', type: 'work', field: 'income_change' },
  { id: 'child', type: 'birth', field: 'child_names' },
]

/**
 * Every fact that a body may be asked to share: the named ones first, then what else life events tell. Nothing of
 * special categories (UK GDPR, article 9): that is asked for the long way, with a condition of its own.
 */
export function listFacts(events: Catalogue = lifeEvents): Fact[] {
  const all = events
    .filter(({ type }) => type !== 'health')
    .flatMap((event) => ownFields(event).map((field) => ({ id: `${event.type}.${field}`, type: event.type, field })))
  const named = NAMED.filter((fact) => all.some((one) => isSame(one, fact)))
  return [...named, ...all.filter((fact) => !named.some((one) => isSame(one, fact)))]
}

/** By a name of the catalogue, or by event and field; undefined for what may not be asked for so. */
export function findFact(id: string, events?: Catalogue): Fact | undefined {
  const facts = listFacts(events)
  return facts.find((fact) => fact.id === id) ?? facts.find(({ type, field }) => `${type}.${field}` === id)
}

/** The fact that this field of this event is. */
export const factOf = (told: Pick<Fact, 'type' | 'field'>, events?: Catalogue): Fact | undefined =>
  listFacts(events).find((fact) => isSame(fact, told))

/** `Address`; what has no name of its own goes by the label of its field and its event. */
export function factInWords({ id, type, field }: Fact, language: Language, events: Catalogue = lifeEvents): string {
  const named = words[language] as Record<string, string>
  const event = events.find((one) => one.type === type)
  return named[id] ?? `${event?.fields[field]?.label[language] ?? field} (${event?.words[language].short ?? type})`
}

/** What tells who the person is comes along for matching, and is no fact of its own. */
const ownFields = ({ fields }: LifeEvent) =>
  Object.entries(fields)
    .filter(([name, { special, category }]) => !special && !isNotOwn(name) && !NEVER.includes(category))
    .map(([name]) => name)

const isNotOwn = (name: string) => OF_ANYBODY.includes(name) || name.endsWith('_number')
const OF_ANYBODY = ['names', 'birth_date', 'address', 'contact', 'handle_with_care']
const NEVER = ['identity-number', 'safety', 'health']

const isSame = (one: Pick<Fact, 'type' | 'field'>, other: Pick<Fact, 'type' | 'field'>) =>
  one.type === other.type && one.field === other.field
