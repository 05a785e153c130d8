import { answerTo, type Answers } from '../answers.ts'
import { hasNoFixedAddress, addressGiven } from '../address-questions.ts'
import { peopleChosen, withChildren, type KeptPerson } from '../kept-people.ts'
import type { Kept, Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { placeOf } from '../postal-address.ts'
import { reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { factsTold } from '../told-fields.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields, type NewAddress } from './fields.ts'
import { areas, keptAs, newPlace, oldPlace } from './old-and-new.ts'
import { childrenHeld, questions } from './questions.ts'

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
  const old = oldPlace(given)
  const children = childrenMoving(given, known)
  return {
    ...reporterFacts(given, known),
    new_address: newAddress(given),
    ...(old && { old_address: placeOf(old.address) }),
    ...(children.length > 0 && { moving_with: children }),
  }
}

/** Where the person lives from now on, if it is an address, and the children who were named. */
function keeps(given: Answers, known: Known): Kept {
  const place = newPlace(given)
  const from = answerTo('date', given, 'when')
  return {
    ...(place && from && { address: { ...place, address: placeOf(place.address), from } }),
    ...withChildren(known, childrenMoving(given, known)),
  }
}

function newAddress(given: Answers): NewAddress {
  if (hasNoFixedAddress(given, 'new')) return { ...addressGiven(given, 'post')?.address, noFixedAddress: true }
  return placeOf(newPlace(given)?.address ?? {})
}

/** Those we knew of and those told of now. */
function childrenMoving(given: Answers, known: Known): KeptPerson[] {
  const told = (factsTold(questions, given)['moving_with'] ?? []) as KeptPerson[]
  return [...peopleChosen(given, 'moving-with', childrenHeld(known)), ...told]
}
