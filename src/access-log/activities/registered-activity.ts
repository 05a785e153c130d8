import { isDeepStrictEqual } from 'node:util'
import type { Bilingual } from '../../shared/language.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/**
 * One version of what a body uses data for, under UK GDPR, Article 30: why, on which power, which data, who may know of
 * it when, and how long a record of it is kept. A version never changes.
 */
export interface Activity {
  agencyId: string
  /** Unique for the body. */
  id: string
  version: number
  purpose: Bilingual
  /** An IRI of the W3C Data Privacy Vocabulary. */
  dpvPurpose: string
  /** UK GDPR, `6(1)(e)`. */
  legalBasis: string
  power: string
  powerName: Bilingual | null
  /** What allows the use of special categories: a condition of UK GDPR, Article 9, or of Schedule 1 of the Act of 2018. */
  specialBasis: string | null
  dataCategories: string[]
  confidentiality: Confidentiality
  /** Of delayed and sealed ones: so many days after its registration a record opens by itself. */
  opensAfterDays: number | null
  /** Of sealed ones: who may seal. */
  sealAuthority: Bilingual | null
  /** Of sealed ones: a second person looks at the seal after so many days. */
  reviewAfterDays: number | null
  /** How long a record of it is kept. */
  retentionMonths: number
  /** The agreement under which the data came, where one did. */
  agreementId: string | null
}

export const confidentialities = ['open', 'delayed', 'sealed', 'protected-third-party'] as const
/** Open: seen at once. Delayed, sealed: seen later. Protected third party: seen at once, in words that name nobody else. */
export type Confidentiality = (typeof confidentialities)[number]

/** A version with what has become of its activity. An agreement's version is an activity too. */
export interface RegisteredActivity extends Activity {
  /** Where it stands for good: the path of the address that access records name. */
  path: string
  registeredAt: Date
  state: 'live' | 'ended'
  /** When the state was last set. */
  changedAt: Date
  latestVersion: number
  /** The last day of its agreement. */
  endsOn: CalendarDate | null
}

export type ActivityName = Pick<Activity, 'agencyId' | 'id' | 'version'>

export const activityPath = ({ agencyId, id }: Pick<Activity, 'agencyId' | 'id'>) => `/activities/${agencyId}/${id}`

export const activityVersionPath = (name: ActivityName) => `${activityPath(name)}/versions/${name.version}`

/** What the address of a version names, whatever our own address was then; undefined for any other address. */
export function namedActivity(uri: string): ActivityName | undefined {
  const [, agencyId, id, version] = VERSION_AT_END.exec(uri) ?? []
  return agencyId === undefined || id === undefined ? undefined : { agencyId, id, version: Number(version) }
}

const VERSION_AT_END = /\/activities\/([a-z0-9_-]+)\/([a-z0-9_-]+)\/versions\/([1-9]\d{0,8})$/

/** Six years in which somebody may sue, and one in which they find out (Limitation Act 1980, section 2). */
export const DEFAULT_RETENTION_MONTHS = 84

/** Names of the terms that differ; empty when the two say the same. */
export function changedActivityTerms(before: Activity, after: Activity): (keyof Activity)[] {
  return TERMS.filter((term) => !isDeepStrictEqual(inOneOrder(before[term]), inOneOrder(after[term])))
}

const inOneOrder = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value)

const TERMS = [
  'purpose',
  'dpvPurpose',
  'legalBasis',
  'power',
  'powerName',
  'specialBasis',
  'dataCategories',
  'confidentiality',
  'opensAfterDays',
  'sealAuthority',
  'reviewAfterDays',
  'retentionMonths',
  'agreementId',
] as const satisfies (keyof Activity)[]
