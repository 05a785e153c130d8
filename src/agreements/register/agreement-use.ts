import type { CalendarDate } from '../../shared/dates.ts'
import type { Db } from '../../shared/database.ts'

/** How much an agreement was used in one month. */
export interface UseInMonth {
  /** Its first day. */
  month: CalendarDate
  /** How many times this service has told the body something under it. */
  told: number
  /** How many uses under it its body has reported. */
  used: number
  /** How many of them went beyond it. */
  drift: number
}

export interface AgreementUse {
  /** The newest first; months without any use are left out. */
  months: UseInMonth[]
  lastAt: Date | undefined
}

/** Passed in by app.ts: uses stand in the access log, which knows agreements and is not known to them. */
export type UseOf = (db: Db, agreementId: string) => Promise<AgreementUse>
