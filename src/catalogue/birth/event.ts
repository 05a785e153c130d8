import { fullName } from '../../shared/names.ts'
import { answerTo, type Answers } from '../answers.ts'
import { withChildren } from '../kept-people.ts'
import type { Kept, Known } from '../known.ts'
import { lifeEvent, type Consequence, type Facts, type HandOff } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { otherPersonField, personGiven } from '../other-person.ts'
import { inBoth } from '../question-words.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { questions } from './questions.ts'

const label = inBoth(en.fields, cy.fields)
const words = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)

const claiming = (given: Answers) => answerTo('radios', given, 'claiming')

const consequences: readonly Consequence[] = [
  {
    name: 'tax-charge',
    field: 'claiming_child_benefit',
    when: (given) => ['me', 'other-parent'].includes(claiming(given) ?? ''),
    words: words.taxCharge,
  },
  {
    name: 'no-claim',
    field: 'claiming_child_benefit',
    when: (given) => claiming(given) === 'nobody',
    words: words.noClaim,
  },
]

/** One child: twins are two reports, so that each has an answer and can be put right by itself. */
export const birth = lifeEvent({
  type: 'birth',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: {
    ...reporterFields,
    other_parent: otherPersonField({ category: 'family', label: label.otherParent }),
  },
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps,
  draftLabel: (given) => answerTo('names', given, 'name')?.map(fullName).join(', '),
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const parent = personGiven(given, 'parent')
  return { ...reporterFacts(given, known), ...(parent && { other_parent: parent }) }
}

/** The child; the other parent need not be a partner. */
function keeps(given: Answers, known: Known): Kept {
  const names = answerTo('names', given, 'name')
  const birthDate = answerTo('date', given, 'birth-date')
  return names ? withChildren(known, [{ names, ...(birthDate && { birth_date: birthDate }) }]) : {}
}

function handOffs(given: Answers): HandOff[] {
  const registered = answerTo('text', given, 'registration') !== undefined
  return [
    ...(registered ? [] : [{ words: handOff.register, href: 'https://www.gov.uk/register-birth' }]),
    { words: handOff.passport, href: 'https://www.gov.uk/get-a-child-passport' },
    {
      words: handOff.doctor,
      href: 'https://www.nhs.uk/nhs-services/gps/how-to-register-with-a-gp-surgery/',
    },
  ]
}
