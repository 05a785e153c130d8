import type { InBoth } from '../body.ts'

/** What a body says in the agencies file of its systems, and how it counts what they do. */
export interface SampleSystems {
  /** They report each use of data. */
  covered: InBoth[]
  notCovered: InBoth[]
  /** Its count of a day comes so many days later than that of others: until then the log has a gap. */
  countsLateBy?: number
}

/** Undefined for a body that says nothing of its systems: it reports nothing either. */
export const systemsOf = (bodyId: string): SampleSystems | undefined => systems[bodyId]

const councilTaxAccounts = { en: 'Council Tax accounts', cy: 'Cyfrifon y Dreth Gyngor' }
const electoralRegister = { en: 'Electoral register', cy: 'Y gofrestr etholwyr' }

const systems: Record<string, SampleSystems> = {
  dvla: {
    covered: [{ en: 'Driver register', cy: 'Y gofrestr gyrwyr' }],
    notCovered: [
      { en: 'Vehicle register', cy: 'Y gofrestr cerbydau' },
      { en: 'Paper files', cy: 'Ffeiliau papur' },
    ],
  },
  dwp: {
    covered: [
      { en: 'Customer Information System', cy: 'System Gwybodaeth Cwsmeriaid' },
      { en: 'Carer’s Allowance system', cy: 'System Lwfans Gofalwr' },
      { en: 'PIP Computer System', cy: 'System Gyfrifiadurol PIP' },
    ],
    notCovered: [
      { en: 'Universal Credit accounts', cy: 'Cyfrifon Credyd Cynhwysol' },
      { en: 'Notes of phone calls', cy: 'Nodiadau galwadau ffôn' },
    ],
  },
  hmrc: {
    covered: [],
    notCovered: [
      { en: 'Tax accounts', cy: 'Cyfrifon treth' },
      { en: 'Child Benefit system', cy: 'System Budd-dal Plant' },
    ],
  },
  'nhs-england': {
    covered: [{ en: 'Personal Demographics Service', cy: 'Gwasanaeth Demograffeg Personol' }],
    notCovered: [{ en: 'Records of GP surgeries', cy: 'Cofnodion meddygfeydd' }],
  },
  'leeds-city-council': {
    covered: [councilTaxAccounts],
    notCovered: [electoralRegister, { en: 'Social care records', cy: 'Cofnodion gofal cymdeithasol' }],
  },
  'cardiff-council': {
    covered: [electoralRegister, councilTaxAccounts],
    notCovered: [{ en: 'Blue Badge records', cy: 'Cofnodion Bathodynnau Glas' }],
    // Somebody adds up its numbers by hand.
    countsLateBy: 3,
  },
  'cambridge-city-council': {
    covered: [councilTaxAccounts],
    notCovered: [{ en: 'Housing records', cy: 'Cofnodion tai' }],
  },
}
