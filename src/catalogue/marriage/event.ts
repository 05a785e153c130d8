import { answerTo, type Answers } from '../answers.ts'
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

const consequences: readonly Consequence[] = [
  { name: 'joint-claim', field: 'partner', when: (given) => partner(given) !== undefined, words: words.jointClaim },
  { name: 'widowed', field: 'ceremony_date', when: () => true, words: words.widowed },
]

export const marriage = lifeEvent({
  type: 'marriage',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { ...reporterFields, partner: otherPersonField({ category: 'family', label: label.partner }) },
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps,
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const named = partner(given)
  return { ...reporterFacts(given, known), ...(named && { partner: named }) }
}

function keeps(given: Answers): Kept {
  const named = partner(given)
  return named ? { partner: named } : {}
}

function handOffs(given: Answers): HandOff[] {
  const renamed = answerTo('radios', given, 'name-changes') === 'yes'
  return renamed ? [{ words: handOff.name, href: '/report/change-of-name' }] : []
}

const partner = (given: Answers) => personGiven(given, 'partner')
