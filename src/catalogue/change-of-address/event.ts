import { answerTo, type Answers } from '../answers.ts'
import { hasNoFixedAddress, addressGiven } from '../address-questions.ts'
import type { Kept, Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { placeOf } from '../postal-address.ts'
import { reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields, type Child, type NewAddress } from './fields.ts'
import { areas, keptAs, newPlace, oldPlace } from './old-and-new.ts'
import { questions } from './questions.ts'

// The old and the new address say where the person lives.
const { address: _address, ...common } = reporterFields

/** Each adult reports a move for themselves; from 16, when most bodies deal with young people directly. */
export const changeOfAddress = lifeEvent({
  type: 'change-of-address',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { ...common, ...fields },
  facts,
  areas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAs),
  keeps,
})

function facts(given: Answers, known: Known): Facts {
  return {
    ...reporterFacts(given, known),
    new_address: newAddress(given),
    ...optional('old_address', oldAddress(given)),
    move_date: answerTo('date', given, 'when'),
    ...optional('moving_with', children(given)),
  }
}

/** Where the person lives from now on, if it is an address. */
function keeps(given: Answers): Kept {
  const place = newPlace(given)
  const from = answerTo('date', given, 'when')
  const moved = children(given)
  return {
    ...(place && from && { address: { ...place, address: placeOf(place.address), from } }),
    ...(moved && { children: moved }),
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
    names: answerTo('names', item, 'names') ?? [],
    ...optional('birth_date', answerTo('date', item, 'birth-date')),
  }))
}

const optional = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })
