import { z } from 'zod'
import { confidentialities, type RegisteredActivity } from './registered-activity.ts'

const bilingual = z.object({ en: z.string(), cy: z.string().optional() })

/** A processing activity as programs read it, in the words of the agencies file. */
export const listedActivity = z.object({
  activity_id: z.url().meta({ description: 'Names this version in access records; also the address of its page' }),
  agency: z.string(),
  id: z.string(),
  version: z.int(),
  state: z.enum(['live', 'ended']),
  purpose: bilingual,
  dpv_purpose: z.url().meta({ description: 'W3C Data Privacy Vocabulary' }),
  legal_basis: z.string().meta({ description: 'Article of the UK GDPR' }),
  power: z.string(),
  power_name: bilingual.nullable(),
  special_basis: z.string().nullable(),
  data_categories: z.array(z.string()),
  confidentiality: z.enum(confidentialities),
  opens_after_days: z.int().nullable(),
  seal_authority: bilingual.nullable(),
  review_after_days: z.int().nullable(),
  retention_months: z.int(),
  agreement: z.string().nullable(),
  registered_at: z.iso.datetime(),
})

export const asListed = (activity: RegisteredActivity, baseUrl: string): z.infer<typeof listedActivity> => ({
  activity_id: baseUrl + activity.path,
  agency: activity.agencyId,
  id: activity.id,
  version: activity.version,
  state: activity.state,
  purpose: activity.purpose,
  dpv_purpose: activity.dpvPurpose,
  legal_basis: activity.legalBasis,
  power: activity.power,
  power_name: activity.powerName,
  special_basis: activity.specialBasis,
  data_categories: activity.dataCategories,
  confidentiality: activity.confidentiality,
  opens_after_days: activity.opensAfterDays,
  seal_authority: activity.sealAuthority,
  review_after_days: activity.reviewAfterDays,
  retention_months: activity.retentionMonths,
  agreement: activity.agreementId,
  registered_at: activity.registeredAt.toISOString(),
})
