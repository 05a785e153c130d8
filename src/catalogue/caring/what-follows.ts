import { answerTo } from '../answers.ts'
import type { Answers } from '../answers.ts'
import type { Consequence, HandOff } from '../life-event.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { hasStarted } from './questions.ts'

const consequence = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)

/** GOV.UK, Carer's Allowance: "Effect on other benefits" and "Report changes". */
export const consequences: readonly Consequence[] = [
  {
    name: 'their-benefits',
    field: 'cared_for',
    when: (given) => hasStarted(given) && answerTo('radios', given, 'hours') === '35-or-more',
    words: consequence.theirBenefits,
  },
  {
    name: 'payments-stop',
    field: 'kind',
    when: (given) => !hasStarted(given),
    words: consequence.paymentsStop,
  },
]

const ASSESSMENT =
  'https://www.nhs.uk/conditions/social-care-and-support-guide/support-and-benefits-for-carers/carer-assessments/'

/** A notice is no claim. */
export function handOffs(given: Answers): HandOff[] {
  if (!hasStarted(given)) return []
  const allDay = answerTo('radios', given, 'hours') === '35-or-more'
  return [
    ...(allDay
      ? [
          { words: handOff.allowance, href: 'https://www.gov.uk/carers-allowance/how-to-claim' },
          { words: handOff.scotland, href: 'https://www.mygov.scot/carer-support-payment' },
        ]
      : [{ words: handOff.credit, href: 'https://www.gov.uk/carers-credit' }]),
    { words: handOff.assessment, href: ASSESSMENT },
  ]
}
