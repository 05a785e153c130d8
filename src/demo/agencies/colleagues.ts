import type { Bilingual } from '../../shared/language.ts'

/** A made-up colleague: of a sample agency, or an operator of the service. Addresses are of example.com (RFC 2606). */
export interface StaffPersona {
  id: string
  /** Null: an operator of the service. */
  agencyId: string | null
  role: 'admin' | 'officer' | 'viewer' | 'operator'
  name: string
  email: string
  about: Bilingual
}

export const findStaffPersona = (id: string) => staffPersonas.find((persona) => persona.id === id)

/** As the agencies file lists people: those of one body, or (null) the operators. */
export const staffOfBody = (agencyId: string | null) =>
  staffPersonas
    .filter((persona) => persona.agencyId === agencyId)
    .map(({ email, name, role }) => (role === 'operator' ? { email, name } : { email, name, role }))

const DVLA = { agencyId: 'dvla' }
const COUNCIL = { agencyId: 'cambridgeshire-county-council' }
const REGULATOR = { agencyId: 'information-commission' }
const ADVOCATE = { agencyId: 'childrens-commissioner' }
const SERVICE = { agencyId: null, role: 'operator' as const }
const ofDvla = { en: 'DVLA', cy: 'DVLA' }
const operator = { en: 'Operator of this service', cy: 'Gweithredwr y gwasanaeth hwn' }

export const staffPersonas: readonly StaffPersona[] = [
  {
    ...{ ...DVLA, id: 'dvla-admin', role: 'admin', name: 'Rhian Morgan', email: 'rhian.morgan@dvla.example.com' },
    about: { en: `${ofDvla.en}, admin`, cy: `${ofDvla.cy}, gweinyddwr` },
  },
  {
    ...{ ...DVLA, id: 'dvla-officer', role: 'officer', name: 'Gareth Lewis', email: 'gareth.lewis@dvla.example.com' },
    about: { en: `${ofDvla.en}, officer`, cy: `${ofDvla.cy}, swyddog` },
  },
  {
    ...{ ...DVLA, id: 'dvla-viewer', role: 'viewer', name: 'Priya Shah', email: 'priya.shah@dvla.example.com' },
    about: { en: `${ofDvla.en}, viewer`, cy: `${ofDvla.cy}, gwyliwr` },
  },
  {
    ...{
      ...COUNCIL,
      id: 'council-officer',
      role: 'officer',
      name: 'Sam Barker',
      email: 'sam.barker@council.example.com',
    },
    about: { en: 'Cambridgeshire County Council, officer', cy: 'Cyngor Sir Caergrawnt, swyddog' },
  },
  {
    ...{
      agencyId: 'hmrc',
      id: 'hmrc-admin',
      role: 'admin',
      name: 'Joan Clarke',
      email: 'joan.clarke@hmrc.example.com',
    },
    about: { en: 'HMRC, admin', cy: 'CThEF, gweinyddwr' },
  },
  {
    ...{ ...REGULATOR, id: 'regulator-officer', role: 'officer', name: 'Ffion Price' },
    email: 'ffion.price@commission.example.com',
    about: { en: 'Information Commission, mediator', cy: 'Y Comisiwn Gwybodaeth, cyfryngwr' },
  },
  {
    ...{ ...ADVOCATE, id: 'advocate-officer', role: 'officer', name: 'Daniel Okafor' },
    email: 'daniel.okafor@childrens-commissioner.example.com',
    about: { en: 'Children’s Commissioner, officer', cy: 'Comisiynydd Plant, swyddog' },
  },
  {
    ...{ ...SERVICE, id: 'operator-one', name: 'Alex Reid', email: 'alex.reid@service.example.com' },
    about: operator,
  },
  {
    ...{ ...SERVICE, id: 'operator-two', name: 'Nia Hughes', email: 'nia.hughes@service.example.com' },
    about: operator,
  },
]
