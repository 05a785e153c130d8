import { answerTo, type Answers } from '../answers.ts'
import { hasNoFixedAddress, addressGiven } from '../address-questions.ts'
import type { Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersGiven, type NumberName } from '../matching-numbers.ts'
import { placeOf } from '../postal-address.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields, type Child, type NewAddress } from './fields.ts'
import { areas, keptAs, newPlace, oldPlace } from './old-and-new.ts'
import { questions } from './questions.ts'

/** Each adult reports a move for themselves; from 16, when most bodies deal with young people directly. */
export const changeOfAddress = lifeEvent({
  type: 'change-of-address',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields,
  facts,
  areas,
  safety: (given) => answerTo('radios', given, 'safety') === 'yes',
  numbers: (given) =>
    Object.fromEntries(
      Object.entries(numbersGiven(given)).map(([name, value]) => [keptAs(name as NumberName, given), value]),
    ),
})

function facts(given: Answers, { identity }: Known): Facts {
  const { email, phone } = identity
  return {
    names: identity.names.slice(0, 1).map(({ nameParts }) => ({ nameParts })),
    birth_date: identity.birthDate,
    new_address: newAddress(given),
    ...optional('old_address', oldAddress(given)),
    move_date: answerTo('date', given, 'when'),
    ...optional('moving_with', children(given)),
    ...optional('contact', email || phone ? { ...optional('email', email), ...optional('phone', phone) } : undefined),
    ...numbersGiven(given),
  }
}

function newAddress(given: Answers): NewAddress {
  if (hasNoFixedAddress(given, 'new')) return { ...addressGiven(given, 'post')?.address, noFixedAddress: true }
  return placeOf(newPlace(given)?.address ?? {})
}

function oldAddress(given: Answers) {
  const place = oldPlace(given)
  return place && placeOf(place.address)
}

function children(given: Answers): Child[] | undefined {
  return answerTo('list', given, 'children')?.items.map((item) => ({
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: answerTo('text', item, 'first-names') ?? '' },
          { type: 'FamilyName', value: answerTo('text', item, 'last-name') ?? '' },
        ],
      },
    ],
    ...optional('birth_date', answerTo('date', item, 'birth-date')),
  }))
}

const optional = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })
