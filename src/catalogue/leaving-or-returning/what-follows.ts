import { ageOn } from '../../shared/dates.ts'
import type { Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import type { Consequence, HandOff } from '../life-event.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { isLeaving } from './questions.ts'

const consequence = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)

// Whoever is this old has a State Pension, or will think of it.
const PENSION_NEAR = 60

/** GOV.UK: "State Pension if you retire abroad", "Claiming benefits if you live, move or travel abroad"; NHS: "Moving abroad". */
export const consequences: readonly Consequence[] = [
  {
    name: 'state-pension',
    field: 'country',
    when: (given, known) => isLeaving(given) && ageIn(known) >= PENSION_NEAR,
    words: consequence.statePension,
  },
  {
    name: 'benefits',
    field: 'country',
    when: (given, known) => isLeaving(given) && ageIn(known) < PENSION_NEAR,
    words: consequence.benefits,
  },
  { name: 'nhs-care', field: 'travel_date', when: isLeaving, words: consequence.nhsCare },
]

export function handOffs(given: Answers): HandOff[] {
  if (!isLeaving(given)) {
    return [
      { words: handOff.doctor, href: 'https://www.nhs.uk/service-search/find-a-gp' },
      { words: handOff.vote, href: 'https://www.gov.uk/register-to-vote' },
    ]
  }
  return [
    {
      words: handOff.taxForm,
      href: 'https://www.gov.uk/government/publications/income-tax-leaving-the-uk-getting-your-tax-right-p85',
    },
    { words: handOff.voteAbroad, href: 'https://www.gov.uk/voting-when-abroad' },
  ]
}

const ageIn = ({ identity, today }: Known) => ageOn(identity.birthDate, today)
