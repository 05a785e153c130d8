import { cambridgeCityCouncil, cambridgeshireCountyCouncil } from './bodies/cambridge.ts'
import { cardiffCouncil } from './bodies/cardiff-council.ts'
import { dvla } from './bodies/dvla.ts'
import { dwp } from './bodies/dwp.ts'
import { hmPassportOffice } from './bodies/hm-passport-office.ts'
import { hmrc } from './bodies/hmrc.ts'
import { homeOffice } from './bodies/home-office.ts'
import { leedsCityCouncil } from './bodies/leeds-city-council.ts'
import { childrensCommissioner, informationCommission } from './bodies/mediating.ts'
import { nhsEngland } from './bodies/nhs-england.ts'
import { civilServicePensions, nhsPensions, veteransUk } from './bodies/pensions.ts'
import { socialSecurityScotland } from './bodies/social-security-scotland.ts'
import { studentLoansCompany } from './bodies/student-loans-company.ts'
import type { Body } from './body.ts'

/** Bodies that life events concern. The statutes are real; the agreements are illustrations of them. */
export const bodies: readonly Body[] = [
  dvla,
  hmrc,
  dwp,
  hmPassportOffice,
  homeOffice,
  nhsEngland,
  studentLoansCompany,
  leedsCityCouncil,
  cardiffCouncil,
  cambridgeCityCouncil,
  cambridgeshireCountyCouncil,
  socialSecurityScotland,
  nhsPensions,
  civilServicePensions,
  veteransUk,
  informationCommission,
  childrensCommissioner,
]
