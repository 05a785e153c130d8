import type { Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields } from './fields.ts'
import { conditionsForDriving, questions } from './questions.ts'
import { consequences, handOffs } from './what-follows.ts'

/** A health condition or disability; from 16, when Personal Independence Payment can be claimed. */
export const health = lifeEvent({
  type: 'health',
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
  const conditions = conditionsForDriving(given)
  return { ...reporterFacts(given, known), ...(conditions.length > 0 && { driving_conditions: conditions }) }
}
