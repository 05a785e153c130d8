import type { Agency } from '../../agencies/agency.ts'
import { powerLink } from '../../agreements/power.ts'
import { basisInWords, said } from '../../agreements/show-agreement.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { categoriesInWords } from '../pages/entry-rows.ts'
import { row, type SummaryRow } from '../summary-row.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { Activity, RegisteredActivity } from './registered-activity.ts'

export const words = { en, cy }

/** Every term of a version in plain words, in the order a citizen asks for them. */
export function activityRows(
  activity: RegisteredActivity,
  agency: Pick<Agency, 'id' | 'name'>,
  language: Language,
): SummaryRow[] {
  const text = words[language].activity
  const { power, powerName, sealAuthority: authority, reviewAfterDays: review } = activity
  const law = powerLink(power)
  const isAgency = agency.id !== OUR_CONTROLLER
  return [
    ...row(text.standing, words[language].standings[activity.state]),
    ...row(text.body, { ...said(agency.name, language), ...(isAgency && { href: `/agencies#${agency.id}` }) }),
    ...row(text.purpose, said(activity.purpose, language)),
    ...row(text.data, categoriesInWords(activity.dataCategories, language)),
    ...row(text.openness, opennessInWords(activity, language)),
    ...row(text.authority, authority ? said(authority, language) : undefined),
    ...row(text.review, review !== null && text.reviewDays(review)),
    ...row(text.power, { text: powerName ? inLanguage(powerName, language) : power, ...(law && { href: law }) }),
    ...row(text.basis, basisInWords(activity.legalBasis, language)),
    ...row(text.special, activity.specialBasis ?? undefined),
    ...row(text.kept, text.months(activity.retentionMonths)),
    ...row(text.agreement, agreementLink(activity)),
    ...row(text.code, { text: activity.dpvPurpose, href: activity.dpvPurpose }),
    ...row(text.registeredOn, formatDate(ukToday(activity.registeredAt), language)),
  ]
}

/** When a citizen sees a use under it. */
export const opennessInWords = ({ confidentiality, opensAfterDays }: Activity, language: Language) =>
  words[language].openness[confidentiality](opensAfterDays ?? 0)

const agreementLink = ({ agreementId }: Activity) =>
  agreementId === null ? undefined : { text: agreementId, href: `/agreements/${agreementId}` }
