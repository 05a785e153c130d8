import { addressGiven } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { placeOf } from '../postal-address.ts'
import { homeAreas, homeGiven, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields, type CaredFor } from './fields.ts'
import { personHeld, questions } from './questions.ts'
import { consequences, handOffs } from './what-follows.ts'

/** Becoming a carer or no longer being one; from 16, when Carer's Allowance can be claimed. */
export const caring = lifeEvent({
  type: 'caring',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { ...reporterFields, ...fields },
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const person = caredFor(given, known)
  return { ...reporterFacts(given, known), ...(person && { cared_for: person }) }
}

/** Undefined while nobody was named, and where somebody is at risk. */
function caredFor(given: Answers, known: Known): CaredFor | undefined {
  const held = personHeld(given, known)
  const names = held?.names ?? answerTo('names', given, 'person-names')
  const birthDate = held?.birth_date ?? answerTo('date', given, 'person-birth-date')
  const lives = answerTo('radios', given, 'same-address') === 'yes' ? homeGiven(given) : addressGiven(given, 'person')
  return (
    names && {
      names,
      ...(birthDate && { birth_date: birthDate }),
      ...(lives && { address: placeOf(lives.address) }),
    }
  )
}
