import { z } from 'zod'
import { answerTo, type Answers } from '../answers.ts'
import type { Known, ToKeep } from '../known.ts'
import { field, lifeEvent, type Consequence, type Facts, type HandOff } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { otherPersonField, personGiven } from '../other-person.ts'
import { inBoth } from '../question-words.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { homesOfChildren, questions } from './questions.ts'

const label = inBoth(en.fields, cy.fields)
const words = inBoth(en.consequences, cy.consequences)
const handOff = inBoth(en.handOffs, cy.handOffs)
const children = { en: en.questions.children.options, cy: cy.questions.children.options }

const fields = {
  former_partner: otherPersonField({ category: 'family', label: label.formerPartner }),
  children_live_with: field({
    category: 'family',
    household: true,
    label: label.children,
    schema: z.enum(homesOfChildren),
    show: (value, language) => [children[language][value]],
  }),
}

const consequences: readonly Consequence[] = [
  { name: 'may-find-out', field: 'separation_date', when: atRisk, words: words.mayFindOut },
  { name: 'joint-claim', field: 'separation_date', when: (given) => !atRisk(given), words: words.jointClaim },
]

export const separation = lifeEvent({
  type: 'separation',
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
  const partner = personGiven(given, 'partner')
  const home = homesOfChildren.find((each) => each === answerTo('radios', given, 'children'))
  return {
    ...reporterFacts(given, known),
    ...(partner && { former_partner: partner }),
    ...(home && { children_live_with: home }),
  }
}

/** From now on nobody is offered as a partner. */
function keeps(): ToKeep {
  return { partner: null }
}

function handOffs(given: Answers): HandOff[] {
  const renamed = answerTo('radios', given, 'name-changes') === 'yes'
  return renamed ? [{ words: handOff.name, href: '/report/change-of-name' }] : []
}
