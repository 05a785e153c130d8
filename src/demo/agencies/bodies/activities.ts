import type { InBoth } from '../body.ts'
import { powers } from './powers.ts'

/** What a body says in the agencies file that it uses data for. */
export interface SampleActivity {
  id: string
  purpose: InBoth
  power: keyof typeof powers
  dataCategories: string[]
  dpvPurpose?: string
  specialBasis?: string
  confidentiality?: 'delayed' | 'sealed' | 'protected-third-party'
  opensAfterDays?: number
  reviewAfterDays?: number
  sealAuthority?: InBoth
  retentionMonths?: number
}

/** The entries of a body for the agencies file. */
export const activitiesOf = (bodyId: string) => (activities[bodyId] ?? []).map(activityEntry)

function activityEntry(activity: SampleActivity) {
  const { id, purpose, dataCategories, confidentiality, sealAuthority } = activity
  const { power, powerName } = powers[activity.power]
  return {
    id,
    purpose,
    legal_basis: '6(1)(e)',
    power,
    power_name: powerName,
    data_categories: dataCategories,
    ...(activity.dpvPurpose && { dpv_purpose: activity.dpvPurpose }),
    ...(activity.specialBasis && { special_basis: activity.specialBasis }),
    ...(confidentiality && { confidentiality }),
    ...(activity.opensAfterDays && { opens_after_days: activity.opensAfterDays }),
    ...(activity.reviewAfterDays && { review_after_days: activity.reviewAfterDays }),
    ...(sealAuthority && { seal_authority: sealAuthority }),
    ...(activity.retentionMonths && { retention_months: activity.retentionMonths }),
  }
}

const DPV = 'https://w3id.org/dpv'
const FRAUD = `${DPV}#FraudPreventionAndDetection`
const IDENTITY = `${DPV}#IdentityVerification`
// Data Protection Act 2018, Schedule 1: social security law; safeguarding of children and of individuals at risk.
const SCHEDULE_1 = '9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 6'
const SAFEGUARDING = '9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18'

const activities: Record<string, SampleActivity[]> = {
  dvla: [
    {
      id: 'licence-checks',
      purpose: { en: 'Check that drivers are fit to drive', cy: 'Gwirio bod gyrwyr yn ffit i yrru' },
      power: 'driversHealth',
      dataCategories: ['name', 'birth-date', 'driving-licence', 'health'],
      specialBasis: SCHEDULE_1,
    },
    {
      id: 'licence-records',
      purpose: { en: 'Keep the record of driving licences', cy: 'Cadw’r cofnod o drwyddedau gyrru' },
      power: 'drivingLicence',
      dataCategories: ['name', 'birth-date', 'address', 'driving-licence', 'identity-number'],
    },
    {
      id: 'keeper-enquiries',
      purpose: {
        en: 'Answer the police and insurers who ask about a vehicle',
        cy: 'Ateb yr heddlu ac yswirwyr sy’n holi am gerbyd',
      },
      power: 'vehicleKeepers',
      dataCategories: ['name', 'address', 'vehicle'],
    },
  ],
  dwp: [
    {
      id: 'benefit-payments',
      purpose: { en: 'Pay the right amount of benefit', cy: 'Talu’r swm cywir o fudd-dal' },
      power: 'claimsAndPayments',
      dataCategories: [
        'name',
        'birth-date',
        'address',
        'benefits',
        'household',
        'work-and-income',
        'identity-number',
        'health',
        'caring',
        'dates',
      ],
      specialBasis: SCHEDULE_1,
    },
    {
      id: 'benefit-fraud',
      purpose: { en: 'Look into benefit fraud', cy: 'Ymchwilio i dwyll budd-daliadau' },
      power: 'socialSecurityFraud',
      dataCategories: ['name', 'birth-date', 'address', 'benefits', 'work-and-income', 'identity-number', 'household'],
      dpvPurpose: FRAUD,
      confidentiality: 'sealed',
      opensAfterDays: 365,
      reviewAfterDays: 90,
      sealAuthority: {
        en: 'A senior investigator of the counter fraud team',
        cy: 'Uwch-ymchwilydd yn y tîm atal twyll',
      },
    },
  ],
  hmrc: [
    {
      id: 'tax-records',
      purpose: { en: 'Work out the right amount of tax', cy: 'Cyfrifo’r swm cywir o dreth' },
      power: 'revenueFunctions',
      dataCategories: ['name', 'birth-date', 'address', 'tax', 'work-and-income', 'identity-number'],
    },
    {
      id: 'tax-checks',
      purpose: { en: 'Check that a tax return is right', cy: 'Gwirio bod ffurflen dreth yn gywir' },
      power: 'revenueFunctions',
      dataCategories: ['name', 'address', 'tax', 'work-and-income', 'identity-number'],
      confidentiality: 'delayed',
      opensAfterDays: 90,
    },
  ],
  'hm-passport-office': [
    {
      id: 'passport-applications',
      purpose: { en: 'Decide whether somebody gets a passport', cy: 'Penderfynu a yw rhywun yn cael pasbort' },
      power: 'passports',
      dataCategories: ['name', 'birth-date', 'address', 'identity-number', 'civil-registration'],
      dpvPurpose: IDENTITY,
    },
  ],
  'home-office': [
    {
      id: 'visa-accounts',
      purpose: { en: 'Keep visa accounts right', cy: 'Cadw cyfrifon fisa’n gywir' },
      power: 'biometricRegistration',
      dataCategories: ['name', 'birth-date', 'address', 'identity-number', 'residence'],
    },
    {
      id: 'immigration-crime',
      purpose: { en: 'Look into immigration crime', cy: 'Ymchwilio i droseddau mewnfudo' },
      power: 'immigrationCrime',
      dataCategories: ['name', 'birth-date', 'address', 'identity-number', 'residence'],
      confidentiality: 'sealed',
      opensAfterDays: 365,
      reviewAfterDays: 90,
      sealAuthority: { en: 'A chief immigration officer', cy: 'Prif swyddog mewnfudo' },
    },
  ],
  'nhs-england': [
    {
      id: 'patient-records',
      purpose: { en: 'Find the right patient record', cy: 'Dod o hyd i’r cofnod claf cywir' },
      power: 'patientInformation',
      dataCategories: ['name', 'birth-date', 'address', 'contact', 'identity-number', 'health'],
      specialBasis: '9(2)(h)',
    },
  ],
  'student-loans-company': [
    {
      id: 'loan-accounts',
      purpose: { en: 'Collect and pay student loans', cy: 'Casglu a thalu benthyciadau myfyrwyr' },
      power: 'studentLoans',
      dataCategories: ['name', 'birth-date', 'address', 'contact', 'student-loan', 'work-and-income'],
    },
  ],
  'leeds-city-council': [
    {
      id: 'council-tax-bills',
      purpose: { en: 'Bill the right people for Council Tax', cy: 'Bilio’r bobl gywir am y Dreth Gyngor' },
      power: 'councilTax',
      dataCategories: ['name', 'address', 'council-tax', 'household', 'dates'],
    },
    {
      id: 'child-safety',
      purpose: { en: 'Keep a child safe', cy: 'Cadw plentyn yn ddiogel' },
      power: 'childSafety',
      dataCategories: ['name', 'birth-date', 'address', 'family', 'health', 'safety'],
      specialBasis: SAFEGUARDING,
      confidentiality: 'protected-third-party',
      retentionMonths: 120,
    },
  ],
  'cardiff-council': [
    {
      id: 'council-tax-bills',
      purpose: { en: 'Bill the right people for Council Tax', cy: 'Bilio’r bobl gywir am y Dreth Gyngor' },
      power: 'councilTax',
      dataCategories: ['name', 'address', 'council-tax', 'household', 'dates'],
    },
  ],
  'cambridge-city-council': [
    {
      id: 'council-tax-bills',
      purpose: { en: 'Bill the right people for Council Tax', cy: 'Bilio’r bobl gywir am y Dreth Gyngor' },
      power: 'councilTax',
      dataCategories: ['name', 'address', 'council-tax', 'household', 'dates'],
    },
  ],
  'cambridgeshire-county-council': [
    {
      id: 'care-needs',
      purpose: { en: 'Find out what care somebody needs', cy: 'Canfod pa ofal sydd ei angen ar rywun' },
      power: 'careAct',
      dataCategories: ['name', 'birth-date', 'address', 'caring', 'health', 'contact'],
      specialBasis: '9(2)(h)',
    },
  ],
  'social-security-scotland': [
    {
      id: 'disability-payments',
      purpose: {
        en: 'Pay disability and carer benefits in Scotland',
        cy: 'Talu budd-daliadau anabledd a gofalwyr yn yr Alban',
      },
      power: 'scottishAssistance',
      dataCategories: ['name', 'birth-date', 'address', 'benefits', 'caring', 'health'],
      specialBasis: SCHEDULE_1,
    },
  ],
  'nhs-pensions': [
    {
      id: 'pension-payments',
      purpose: { en: 'Pay NHS pensions', cy: 'Talu pensiynau’r GIG' },
      power: 'publicPensions',
      dataCategories: ['name', 'birth-date', 'address', 'contact', 'work-and-income', 'identity-number'],
    },
  ],
  'civil-service-pensions': [
    {
      id: 'pension-payments',
      purpose: { en: 'Pay Civil Service pensions', cy: 'Talu pensiynau’r Gwasanaeth Sifil' },
      power: 'publicPensions',
      dataCategories: ['name', 'birth-date', 'address', 'contact', 'work-and-income', 'identity-number'],
    },
  ],
  'veterans-uk': [
    {
      id: 'pension-payments',
      purpose: { en: 'Pay pensions of the armed forces', cy: 'Talu pensiynau’r lluoedd arfog' },
      power: 'forcesPensions',
      dataCategories: ['name', 'birth-date', 'address', 'contact', 'work-and-income', 'identity-number'],
    },
  ],
}
