import { answerTo, type Answers } from './answers.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { Question } from './question.ts'

/** Whether somebody could be at risk if the facts came to the wrong person. Early in every event. */
export const safetyQuestion = (section: string): Question => ({
  kind: 'radios',
  name: 'safety',
  section,
  words: { en: en.safety, cy: cy.safety },
  options: ['yes', 'no'],
  quickExit: true,
})

/** An event's `safety`. */
export const atRisk = (given: Answers) => said(given) === 'yes'

/** They have said that nobody is. */
export const isSafe = (given: Answers) => said(given) === 'no'

const said = (given: Answers) => answerTo('radios', given, 'safety')
