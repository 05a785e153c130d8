import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { said, type Said } from '../show-agreement.ts'
import type { Finding } from './finding.ts'
import type { Mediation, Statement } from './mediation.ts'
import type { PartyNames } from './party-names.ts'
import { words } from './words.ts'

/** A step of a mediation: what happened, and in whose words. */
export interface Step {
  what: string
  quote?: Said
}

/** A mediation from its opening to its end, as pages tell it. */
export function storyOf(mediation: Mediation, names: PartyNames, language: Language) {
  const text = words[language].story
  const { openedAt, openedBy, advocateId, people, state, finding } = mediation
  const name = nameIn(names, language)
  const opened = openedBy === 'advocate' ? text.byAdvocate(name(advocateId)) : text.byPublic(people)
  return {
    id: mediation.id,
    title: text.title(day(openedAt, language)),
    standing: finding ? text.findings[finding.state] : text.states[state],
    steps: [
      { what: opened },
      ...mediation.statements.map((statement) => spoken(statement, { name, language })),
      ...closing(mediation, { name, language }),
      ...(finding ? findingSteps(finding, { name, language, body: name(mediation.agencyId) }) : []),
    ],
  }
}

/** Name of a body by its id; one that is not known by now keeps its id. */
export const nameIn = (names: PartyNames, language: Language) => (id: string | null) => {
  const known = names.get(id ?? '')
  return known ? inLanguage(known, language) : (id ?? '')
}

interface Telling {
  name: (id: string | null) => string
  language: Language
}

function spoken({ agencyId, words: own, at }: Statement, { name, language }: Telling): Step {
  const text = words[language].story
  const who = agencyId === null ? text.forPublic : name(agencyId)
  return { what: text.said(who, day(at, language)), quote: said(own, language) }
}

function closing({ outcome, outcomeWords, mediatorId, closedAt }: Mediation, { name, language }: Telling): Step[] {
  if (!outcome || !closedAt || !outcomeWords) return []
  const { story } = words[language]
  const what = story.outcomes[outcome](name(mediatorId), day(closedAt, language))
  return [{ what, quote: said(outcomeWords, language) }]
}

function findingSteps(finding: Finding, { name, language, body }: Telling & { body: string }): Step[] {
  const text = words[language].story
  const { improveBy, improvement, answeredAt, state, settledAt, settledWords, foundBy } = finding
  const settled = state === 'improved' ? text.improved : text.ended
  return [
    { what: text.improveBy(body, formatDate(improveBy, language)) },
    ...(improvement && answeredAt
      ? [{ what: text.answered(body, day(answeredAt, language)), quote: said(improvement, language) }]
      : []),
    ...(settledAt && settledWords
      ? [{ what: settled(name(foundBy), day(settledAt, language)), quote: said(settledWords, language) }]
      : []),
  ]
}

const day = (time: Date, language: Language) => formatDate(ukToday(time), language)
