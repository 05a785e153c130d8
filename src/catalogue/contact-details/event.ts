import { answerTo, type Answers } from '../answers.ts'
import type { Kept } from '../known.ts'
import { lifeEvent } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { questions } from './questions.ts'

/** How bodies reach somebody and write to them; from 13, when children may decide about such data (Data Protection Act 2018, section 9). */
export const contactDetails = lifeEvent({
  type: 'contact-details',
  minimumAge: 13,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: reporterFields,
  facts: reporterFacts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps,
})

function keeps(given: Answers): Kept {
  const phone = answerTo('text', given, 'phone')
  const email = answerTo('text', given, 'email')
  return phone || email ? { contact: { ...(phone && { phone }), ...(email && { email }) } } : {}
}
