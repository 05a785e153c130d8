import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { said } from '../../agreements/show-agreement.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { RegisteredActivity } from '../activities/registered-activity.ts'
import { categoriesInWords } from '../pages/entry-rows.ts'
import { row } from '../summary-row.ts'
import type { BulkUse } from './bulk-list-store.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

export interface AboutBulk {
  bodies: ReadonlyMap<string, Bilingual>
  activities: ReadonlyMap<string, RegisteredActivity>
  /** Of all that are shown: what has been put right by which. */
  all: readonly BulkUse[]
}

export function describeBulk(use: BulkUse, { bodies, activities, all }: AboutBulk, language: Language) {
  const text = words[language].bulk
  const activity = activities.get(use.activityId)
  const later = all.find(({ supersedes, bodyId }) => supersedes === use.recordId && bodyId === use.bodyId)
  return {
    title: `${inLanguage(bodies.get(use.bodyId) ?? { en: use.bodyId }, language)}: ${formatDateTime(use.occurredStart, language)}`,
    rows: [
      ...row(text.why, activity && { ...said(activity.purpose, language), href: activity.path }),
      ...row(text.people, use.people.toLocaleString('en-GB')),
      ...row(text.data, categoriesInWords(use.dataCategories, language)),
    ],
    note: use.void || later?.void ? text.takenBack : later && text.corrected,
  }
}
