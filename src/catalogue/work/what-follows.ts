import { answerTo, type Answers } from '../answers.ts'
import type { Consequence, HandOff } from '../life-event.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { incomeFell } from './questions.ts'

const consequence = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)

export const consequences: readonly Consequence[] = [
  {
    name: 'paid-too-much',
    field: 'pay_band',
    when: (given) => answerTo('radios', given, 'more-or-less') === 'more',
    words: consequence.paidTooMuch,
  },
]

/** A notice is no claim, and HM Revenue and Customs registers nobody who has not asked. */
export function handOffs(given: Answers): HandOff[] {
  const started = answerTo('radios', given, 'change') === 'started'
  return [
    ...(started ? [{ words: handOff.selfEmployed, href: 'https://www.gov.uk/register-for-self-assessment' }] : []),
    ...(incomeFell(given)
      ? [
          { words: handOff.claim, href: 'https://www.gov.uk/apply-universal-credit' },
          { words: handOff.schoolMeals, href: 'https://www.gov.uk/apply-free-school-meals' },
        ]
      : []),
  ]
}
