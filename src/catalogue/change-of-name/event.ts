import { z } from 'zod'
import { answerTo, type Answers } from '../answers.ts'
import type { Kept, Known } from '../known.ts'
import { field, lifeEvent, type Consequence, type Facts, type HandOff } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { inBoth } from '../question-words.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { isForGender, questions, reasons } from './questions.ts'

const label = inBoth(en.fields, cy.fields)
const handOff = inBoth(en.handOffs, cy.handOffs)
const words = inBoth(en.consequences, cy.consequences)
const reasonWords = inBoth(en.questions.reason.options, cy.questions.reason.options)

/**
 * That somebody's gender has changed is protected by the Gender Recognition Act 2004, section 22: it is told only to
 * those whose agreement names the reason, and only if the person agreed (subsection 4(b)). Who does not, and who does
 * not want to say, are told of in the same way, so that nothing follows from a missing reason.
 */
const reason = field({
  category: 'name',
  special: true,
  label: label.reason,
  schema: z.enum(reasons),
  show: (value, language) => [reasonWords[value][language]],
})

const consequences: readonly Consequence[] = [
  { name: 'passport', field: 'new_names', when: () => true, words: words.passport },
  { name: 'old-name', field: 'old_names', when: isForGender, words: words.oldName },
]

export const changeOfName = lifeEvent({
  type: 'change-of-name',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { ...reporterFields, reason },
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps,
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const said = reasons.find((each) => each === answerTo('radios', given, 'reason'))
  const told = isForGender(given) && answerTo('radios', given, 'tell-reason') !== 'yes' ? undefined : said
  // Bodies find the person in their files under the old name.
  const names = answerTo('names', given, 'old-name')
  return { ...reporterFacts(given, known), ...(names && { names }), ...(told && { reason: told }) }
}

function keeps(given: Answers): Kept {
  const names = answerTo('names', given, 'new-name')
  const from = answerTo('date', given, 'when')
  return names && from ? { names: { names, from } } : {}
}

/** Both want the document that shows the new name, and neither takes anything over from another service. */
function handOffs(): HandOff[] {
  return [
    { words: handOff.passport, href: 'https://www.gov.uk/changing-passport-information' },
    { words: handOff.licence, href: 'https://www.gov.uk/change-name-driving-licence' },
  ]
}
