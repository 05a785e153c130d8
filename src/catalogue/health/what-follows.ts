import { answerTo, type Answers } from '../answers.ts'
import type { Consequence, HandOff } from '../life-event.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { conditionsForDriving } from './questions.ts'

const consequence = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)

/** GOV.UK: "Medical conditions, disabilities and driving", and "Personal Independence Payment: report changes". */
export const consequences: readonly Consequence[] = [
  {
    name: 'stop-driving',
    field: 'driving_conditions',
    when: (given) => conditionsForDriving(given).length > 0,
    words: consequence.stopDriving,
  },
  {
    name: 'benefit-review',
    field: 'affects_daily_life',
    when: makesLifeHarder,
    words: consequence.benefitReview,
  },
]

/** A notice is no claim and no application. */
export function handOffs(given: Answers): HandOff[] {
  const benefits = [
    { words: handOff.independencePayment, href: 'https://www.gov.uk/pip/how-to-claim' },
    { words: handOff.scotland, href: 'https://www.mygov.scot/adult-disability-payment' },
    { words: handOff.attendanceAllowance, href: 'https://www.gov.uk/attendance-allowance/how-to-claim' },
  ]
  return [
    ...(makesLifeHarder(given) ? benefits : []),
    ...(says(given, 'moving-around')
      ? [{ words: handOff.blueBadge, href: 'https://www.gov.uk/apply-blue-badge' }]
      : []),
  ]
}

function makesLifeHarder(given: Answers): boolean {
  return says(given, 'daily-life') || says(given, 'moving-around')
}

const says = (given: Answers, question: string) => answerTo('radios', given, question) === 'yes'
