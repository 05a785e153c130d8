import type { Agency } from '../../agencies/agency.ts'
import type { RegisteredAgreement } from '../../agreements/agreement-store.ts'
import type { Agreement } from '../../agreements/agreement.ts'
import { basisInWords, fieldsInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { formatDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { eventName, rowOf, words } from './words.ts'

/** The terms that a body would take over, as a summary shows them. */
export function adoptionRows(
  agreement: RegisteredAgreement,
  agency: Agency,
  { language, events }: { language: Language; events: Catalogue },
) {
  const { rows } = words[language].adopt
  const { account, matching, reviewOn, endsOn } = agreement
  const power = agreement.powerName ? inLanguage(agreement.powerName, language) : agreement.power
  return [
    ...rowOf(rows.body, inLanguage(agency.name, language)),
    ...rowOf(rows.purpose, inLanguage(agreement.purpose, language)),
    ...agreement.events.flatMap((event) => toldRow(event, { language, events })),
    ...rowOf(rows.matching, labels(agreement, matching, { language, events })),
    ...rowOf(rows.effect, inLanguage(agreement.effect, language)),
    ...rowOf(rows.basis, basisInWords(agreement.legalBasis, language)),
    ...rowOf(rows.power, power),
    ...rowOf(rows.team, account ? inLanguage(account.receiving_team, language) : undefined),
    ...rowOf(rows.review, reviewOn === null ? undefined : formatDate(reviewOn, language)),
    ...rowOf(rows.ends, endsOn === null ? undefined : formatDate(endsOn, language)),
  ]
}

interface Reading {
  language: Language
  events: Catalogue
}

const toldRow = ({ type, fields }: Agreement['events'][number], { language, events }: Reading) =>
  rowOf(
    words[language].adopt.rows.told(eventName(type, language, events)),
    fieldsInWords({ types: [type], fields }, language, events).join(', '),
  )

const labels = ({ events: told }: Agreement, fields: readonly string[], { language, events }: Reading) =>
  fieldsInWords({ types: told.map(({ type }) => type), fields }, language, events).join(', ')
