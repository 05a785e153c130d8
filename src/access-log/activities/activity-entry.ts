import { z } from 'zod'
import { bilingual, entry, id, listOf, text, type Report, type Unchecked } from '../../agencies/file-entry.ts'
import { PURPOSE } from '../../agreements/agreement.ts'
import { basisEntry, powerEntry } from '../../agreements/agreement-entry.ts'
import { isDataCategory } from '../../catalogue/data-category.ts'
import { confidentialities, DEFAULT_RETENTION_MONTHS, type Activity } from './registered-activity.ts'

/** A processing activity's entry in the agencies file. */
export const activityEntry = () =>
  entry(
    {
      id,
      purpose: bilingual(300),
      dpv_purpose: z.string().regex(DPV, 'must be an IRI of the Data Privacy Vocabulary').default(PURPOSE),
      legal_basis: basisEntry,
      power: powerEntry,
      power_name: bilingual(200).optional(),
      special_basis: text(200).optional(),
      data_categories: listOf(z.string().refine(isDataCategory, 'is not a category of the controlled list')).min(
        1,
        'must name at least one category',
      ),
      confidentiality: z.enum(confidentialities).default('open'),
      opens_after_days: days.optional(),
      seal_authority: bilingual(200).optional(),
      review_after_days: days.optional(),
      retention_months: z.int().min(1, 'must be at least 1').max(1200, 'must not be over 1200').optional(),
      agreement: id.optional(),
    },
    lookAtActivity,
  )

export type ActivityEntry = z.output<ReturnType<typeof activityEntry>>

/** In the shape of the rows, as the version after those there are. */
export function activityFrom(read: ActivityEntry, agencyId: string, version: number): Activity {
  return {
    agencyId,
    id: read.id,
    version,
    purpose: read.purpose,
    dpvPurpose: read.dpv_purpose,
    legalBasis: read.legal_basis,
    power: read.power,
    powerName: read.power_name ?? null,
    specialBasis: read.special_basis ?? null,
    dataCategories: read.data_categories,
    confidentiality: read.confidentiality,
    opensAfterDays: read.opens_after_days ?? null,
    sealAuthority: read.seal_authority ?? null,
    reviewAfterDays: read.review_after_days ?? null,
    retentionMonths: read.retention_months ?? DEFAULT_RETENTION_MONTHS,
    agreementId: read.agreement ?? null,
  }
}

const DPV = /^https:\/\/w3id\.org\/dpv(\/[a-z0-9/-]+)?#[A-Za-z]+$/

// Five years: longer than that, nobody remembers what was sealed.
const days = z.int().min(1, 'must be at least 1').max(1826, 'must not be over 1826')

/** What is closed opens on a day, what is sealed has somebody who answers for it, and nothing else says so. */
function lookAtActivity(activity: Unchecked, report: Report): void {
  const { confidentiality = 'open', opens_after_days: opens, review_after_days: review } = activity
  const expected = {
    opens_after_days: confidentiality === 'delayed' || confidentiality === 'sealed',
    seal_authority: confidentiality === 'sealed',
    review_after_days: confidentiality === 'sealed',
  }
  for (const [key, needed] of Object.entries(expected)) {
    if (needed && activity[key] === undefined) report([key], `is missing: it is ${String(confidentiality)}`)
    if (!needed && activity[key] !== undefined) report([key], `does not belong to what is ${String(confidentiality)}`)
  }
  if (typeof opens === 'number' && typeof review === 'number' && review > opens) {
    report(['review_after_days'], 'is later than opens_after_days: by then it is open')
  }
}
