import type { Answers } from '../answers.ts'
import { peopleChosen, withChildren, type KeptPerson } from '../kept-people.ts'
import type { Known } from '../known.ts'
import { lifeEvent, type Facts } from '../life-event.ts'
import { numbersToKeep } from '../matching-numbers.ts'
import { factsTold } from '../told-fields.ts'
import { homeAreas, keptAtHome, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { consequences, handOffs } from './what-follows.ts'
import { childrenHeld, questions } from './questions.ts'

/** Starting or stopping work, or more or less income; from 16, when people may leave school for work. */
export const work = lifeEvent({
  type: 'work',
  minimumAge: 16,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: reporterFields,
  facts,
  areas: homeAreas,
  safety: atRisk,
  numbers: (given, known) => numbersToKeep(given, known, keptAtHome),
  keeps: (given, known) => withChildren(known, childrenAtSchool(given, known).map(withoutSchool)),
  consequences,
  handOffs,
})

function facts(given: Answers, known: Known): Facts {
  const children = childrenAtSchool(given, known)
  return { ...reporterFacts(given, known), ...(children.length > 0 && { children_at_school: children }) }
}

type Pupil = KeptPerson & { school?: string }

/** Those we knew of and those told of now. */
function childrenAtSchool(given: Answers, known: Known): Pupil[] {
  const told = (factsTold(questions, given)['children_at_school'] ?? []) as Pupil[]
  return [...peopleChosen(given, 'known-children', childrenHeld(known)), ...told]
}

const withoutSchool = ({ school: _school, ...child }: Pupil): KeptPerson => child
