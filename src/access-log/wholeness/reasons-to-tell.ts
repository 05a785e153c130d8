import { ukTime, weekdayOf } from '../../shared/uk-time.ts'

/** Why a citizen may want to hear of a record before the next summary. */
export type Reason = 'sensitive' | 'out-of-hours' | 'first-ever'

export interface TellableRecord {
  occurred_start: Date
  access_type: string
  actor_kind: string
  data_categories: readonly string[]
}

/** That a body is new to a citizen's log is found later, among what is in it. */
export function reasonsToTell(record: TellableRecord): Reason[] {
  const sensitive = record.data_categories.some((category) => SENSITIVE.includes(category))
  // Programs work at night; a person who looks somebody up then does so for a reason.
  const byNight = record.access_type === 'consult' && record.actor_kind === 'officer' && !inHours(record.occurred_start)
  return [...(sensitive ? (['sensitive'] as const) : []), ...(byNight ? (['out-of-hours'] as const) : [])]
}

/** Health is a special category of UK GDPR, Article 9; care tells of somebody's health; safety can cost a life. */
const SENSITIVE = ['health', 'caring', 'safety']

const [OPENS, CLOSES] = ['07:00', '20:00']
const SATURDAY = 5

function inHours(time: Date): boolean {
  const { date, time: clock } = ukTime(time)
  return weekdayOf(date) < SATURDAY && clock >= OPENS && clock < CLOSES
}
