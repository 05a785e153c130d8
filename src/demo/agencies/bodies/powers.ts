import type { SampleAgreement } from '../body.ts'

type Power = Pick<SampleAgreement, 'power' | 'powerName'>

const AT = 'https://www.legislation.gov.uk'

const law = (path: string, en: string, cy: string): Power => ({ power: `${AT}/${path}`, powerName: { en, cy } })

/** Statutes that bodies rely on: real ones, each with its address. */
export const powers = {
  biometricRegistration: law(
    'uksi/2008/3048',
    'Immigration (Biometric Registration) Regulations 2008',
    'Rheoliadau Mewnfudo (Cofrestru Biometrig) 2008',
  ),
  blueBadge: law(
    'ukpga/1970/44/section/21',
    'Chronically Sick and Disabled Persons Act 1970, section 21',
    'Deddf Cleifion Cronig a Phersonau Anabl 1970, adran 21',
  ),
  benefitsAbroad: law(
    'ukpga/1992/4/section/113',
    'Social Security Contributions and Benefits Act 1992, section 113',
    'Deddf Cyfraniadau a Budd-daliadau Nawdd Cymdeithasol 1992, adran 113',
  ),
  careAct: law('ukpga/2014/23/section/10', 'Care Act 2014, section 10', 'Deddf Gofal 2014, adran 10'),
  careInWales: law(
    'anaw/2014/4/section/24',
    'Social Services and Well-being (Wales) Act 2014, section 24',
    'Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adran 24',
  ),
  carersAllowance: law(
    'ukpga/1992/4/section/70',
    'Social Security Contributions and Benefits Act 1992, section 70',
    'Deddf Cyfraniadau a Budd-daliadau Nawdd Cymdeithasol 1992, adran 70',
  ),
  childBenefit: law(
    'ukpga/1992/4/section/141',
    'Social Security Contributions and Benefits Act 1992, section 141',
    'Deddf Cyfraniadau a Budd-daliadau Nawdd Cymdeithasol 1992, adran 141',
  ),
  childSafety: law('ukpga/1989/41/section/47', 'Children Act 1989, section 47', 'Deddf Plant 1989, adran 47'),
  immigrationCrime: law(
    'ukpga/1971/77/section/28D',
    'Immigration Act 1971, section 28D',
    'Deddf Mewnfudo 1971, adran 28D',
  ),
  socialSecurityFraud: law(
    'ukpga/1992/5/section/109B',
    'Social Security Administration Act 1992, section 109B',
    'Deddf Gweinyddu Nawdd Cymdeithasol 1992, adran 109B',
  ),
  claimsAndPayments: law(
    'uksi/1987/1968/regulation/32',
    'Social Security (Claims and Payments) Regulations 1987, regulation 32',
    'Rheoliadau Nawdd Cymdeithasol (Hawliadau a Thaliadau) 1987, rheoliad 32',
  ),
  universalCredit: law(
    'uksi/2013/380/regulation/38',
    'Universal Credit and others (Claims and Payments) Regulations 2013, regulation 38',
    'Rheoliadau Credyd Cynhwysol ac eraill (Hawliadau a Thaliadau) 2013, rheoliad 38',
  ),
  councilTax: law(
    'ukpga/1992/14/schedule/2',
    'Local Government Finance Act 1992, schedule 2',
    'Deddf Cyllid Llywodraeth Leol 1992, atodlen 2',
  ),
  councilTaxReduction: law(
    'ukpga/1992/14/section/13A',
    'Local Government Finance Act 1992, section 13A',
    'Deddf Cyllid Llywodraeth Leol 1992, adran 13A',
  ),
  deathsToldToDwp: law(
    'ukpga/1992/5/section/125',
    'Social Security Administration Act 1992, section 125',
    'Deddf Gweinyddu Nawdd Cymdeithasol 1992, adran 125',
  ),
  drivingLicence: law(
    'ukpga/1988/52/section/99',
    'Road Traffic Act 1988, section 99',
    'Deddf Traffig Ffyrdd 1988, adran 99',
  ),
  driversHealth: law(
    'ukpga/1988/52/section/94',
    'Road Traffic Act 1988, section 94',
    'Deddf Traffig Ffyrdd 1988, adran 94',
  ),
  electoralRegister: law(
    'ukpga/1983/2/section/9A',
    'Representation of the People Act 1983, section 9A',
    'Deddf Cynrychiolaeth y Bobl 1983, adran 9A',
  ),
  equality: law('ukpga/2010/15/section/20', 'Equality Act 2010, section 20', 'Deddf Cydraddoldeb 2010, adran 20'),
  estates: law(
    'ukpga/1970/9/section/74',
    'Taxes Management Act 1970, section 74',
    'Deddf Rheoli Trethi 1970, adran 74',
  ),
  independencePayment: law(
    'ukpga/2012/5/section/77',
    'Welfare Reform Act 2012, section 77',
    'Deddf Diwygio Lles 2012, adran 77',
  ),
  marriageAllowance: law(
    'ukpga/2007/3/section/55B',
    'Income Tax Act 2007, section 55B',
    'Deddf Treth Incwm 2007, adran 55B',
  ),
  patientInformation: law(
    'ukpga/2012/7/section/254',
    'Health and Social Care Act 2012, section 254',
    'Deddf Iechyd a Gofal Cymdeithasol 2012, adran 254',
  ),
  payAsYouEarn: law(
    'uksi/2003/2682',
    'Income Tax (Pay As You Earn) Regulations 2003',
    'Rheoliadau Treth Incwm (Talu Wrth Ennill) 2003',
  ),
  publicPensions: law(
    'ukpga/2013/25/section/1',
    'Public Service Pensions Act 2013, section 1',
    'Deddf Pensiynau Gwasanaeth Cyhoeddus 2013, adran 1',
  ),
  forcesPensions: law(
    'ukpga/2004/32/section/1',
    'Armed Forces (Pensions and Compensation) Act 2004, section 1',
    'Deddf y Lluoedd Arfog (Pensiynau a Digolledu) 2004, adran 1',
  ),
  residence: law('ukpga/2013/29/schedule/45', 'Finance Act 2013, schedule 45', 'Deddf Cyllid 2013, atodlen 45'),
  revenueFunctions: law(
    'ukpga/2005/11/section/9',
    'Commissioners for Revenue and Customs Act 2005, section 9',
    'Deddf Comisiynwyr Cyllid a Thollau 2005, adran 9',
  ),
  schoolMeals: law(
    'ukpga/1996/56/section/512ZB',
    'Education Act 1996, section 512ZB',
    'Deddf Addysg 1996, adran 512ZB',
  ),
  scottishAssistance: law(
    'asp/2018/9/part/2',
    'Social Security (Scotland) Act 2018, part 2',
    'Deddf Nawdd Cymdeithasol (Yr Alban) 2018, rhan 2',
  ),
  scottishCarers: law(
    'asp/2018/9/section/28',
    'Social Security (Scotland) Act 2018, section 28',
    'Deddf Nawdd Cymdeithasol (Yr Alban) 2018, adran 28',
  ),
  studentLoans: law(
    'uksi/2009/470',
    'Education (Student Loans) (Repayment) Regulations 2009',
    'Rheoliadau Addysg (Benthyciadau Myfyrwyr) (Ad-dalu) 2009',
  ),
  vehicles: law(
    'uksi/2002/2742',
    'Road Vehicles (Registration and Licensing) Regulations 2002',
    'Rheoliadau Cerbydau Ffordd (Cofrestru a Thrwyddedu) 2002',
  ),
  vehicleKeepers: law(
    'uksi/2002/2742/regulation/18',
    'Road Vehicles (Registration and Licensing) Regulations 2002, regulation 18',
    'Rheoliadau Cerbydau Ffordd (Cofrestru a Thrwyddedu) 2002, rheoliad 18',
  ),
  passports: {
    // No statute: passports are issued, refused and cancelled under the royal prerogative.
    power: 'Royal prerogative: written statement on passports, House of Commons, 25 April 2013',
    powerName: {
      en: 'Royal prerogative, as the written statement to Parliament of 25 April 2013 describes it',
      cy: 'Uchelfraint frenhinol, fel y mae datganiad ysgrifenedig i’r Senedd ar 25 Ebrill 2013 yn ei disgrifio',
    },
  },
} satisfies Record<string, Power>

/** What each agreement needs to find somebody without a number of its own. */
export const BY_NAME = ['names', 'birth_date', 'address']
export const BY_NAME_OF_THE_DEAD = ['deceased_names', 'deceased_birth_date', 'deceased_address']
