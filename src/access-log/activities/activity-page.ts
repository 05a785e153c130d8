import type { Agency } from '../../agencies/agency.ts'
import { said } from '../../agreements/show-agreement.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { OUR_CONTROLLER, OUR_NAME } from '../access-record.ts'
import { categoriesInWords } from '../pages/entry-rows.ts'
import { row } from '../summary-row.ts'
import { activityRows, opennessInWords, words } from './activity-rows.ts'
import { activityPath, type RegisteredActivity } from './registered-activity.ts'

/** An agency, or this service itself. */
export type RegisteredBody = Pick<Agency, 'id' | 'name' | 'illustration'>

export const OUR_BODY: RegisteredBody = { id: OUR_CONTROLLER, name: OUR_NAME, illustration: false }

export interface ActivityPage {
  activity: RegisteredActivity
  agency: RegisteredBody
  history: readonly RegisteredActivity[]
  /** Whether the title names the version: the activity's own page always shows the latest. */
  withVersion: boolean
}

export function activityPage({ activity, agency, history, withVersion }: ActivityPage, language: Language) {
  const text = words[language].activity
  const [body, purpose] = [inLanguage(agency.name, language), inLanguage(activity.purpose, language)]
  return {
    title: withVersion ? text.versionTitle(body, purpose, activity.version) : text.title(body, purpose),
    text,
    backLink: '/activities',
    illustration: agency.illustration ? text.illustration(body) : undefined,
    latest: activity.version === activity.latestVersion ? undefined : activityPath(activity),
    rows: activityRows(activity, agency, language),
    json: `${activity.path}.json`,
    versions: history.map((one) => ({
      text: text.version(one.version, formatDate(ukToday(one.registeredAt), language)),
      href: one.version === activity.version ? undefined : one.path,
    })),
  }
}

/** A body with its activities, for the list. */
export function bodyWithActivities(
  agency: RegisteredBody,
  activities: readonly RegisteredActivity[],
  language: Language,
) {
  const { list, standings } = words[language]
  return {
    id: agency.id,
    name: said(agency.name, language),
    illustration: agency.illustration,
    activities: activities
      .filter(({ agencyId }) => agencyId === agency.id)
      .map((activity) => ({
        href: activityPath(activity),
        purpose: said(activity.purpose, language),
        rows: [
          ...row(list.data, categoriesInWords(activity.dataCategories, language)),
          ...row(list.openness, opennessInWords(activity, language)),
          ...(activity.state === 'ended' ? row(list.standing, standings.ended) : []),
        ],
      })),
  }
}
