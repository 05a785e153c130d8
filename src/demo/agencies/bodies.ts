import { cardiffCouncil } from './bodies/cardiff-council.ts'
import { dvla } from './bodies/dvla.ts'
import { dwp } from './bodies/dwp.ts'
import { hmrc } from './bodies/hmrc.ts'
import { leedsCityCouncil } from './bodies/leeds-city-council.ts'
import { nhsEngland } from './bodies/nhs-england.ts'
import { studentLoansCompany } from './bodies/student-loans-company.ts'
import type { Body } from './body.ts'

/** Seven bodies with eight subscriptions. The statutes are real; the agreements are illustrations of them. */
export const bodies: readonly Body[] = [
  dvla,
  hmrc,
  dwp,
  nhsEngland,
  studentLoansCompany,
  leedsCityCouncil,
  cardiffCouncil,
]
