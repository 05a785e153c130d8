import { addressGiven } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import type { Kept, Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { placeOf } from '../postal-address.ts'
import { homeAreas, homeGiven, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields } from './fields.ts'
import { isLeaving, questions } from './questions.ts'
import { consequences, handOffs } from './what-follows.ts'

/** Leaving the United Kingdom or coming back to it; from 16, as for a move within it. */
export const leavingOrReturning = lifeEvent({
  type: 'leaving-or-returning',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { ...reporterFields, ...fields },
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps,
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const forwarding = addressGiven(given, 'forwarding')
  return {
    ...reporterFacts(given, known),
    ...(forwarding && { forwarding_address: placeOf(forwarding.address) }),
  }
}

/** Where they live from the day of travel, if we were told: post to a friend in the United Kingdom is no home. */
function keeps(given: Answers): Kept {
  const from = answerTo('date', given, 'travel-date')
  const postOnly = answerTo('radios', given, 'forwarding-kind') === 'uk'
  const home = isLeaving(given) ? !postOnly && addressGiven(given, 'forwarding') : homeGiven(given)
  if (!home || !from) return {}
  const { address, councils } = home
  return { address: { address: placeOf(address), ...(councils && { councils }), from } }
}
