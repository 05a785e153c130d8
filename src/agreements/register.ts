import { z } from 'zod'
import { clusters, type Agency } from '../agencies/agency.ts'
import { activityUri, trials } from './agreement.ts'
import type { RegisteredAgreement } from './agreement-store.ts'
import { grantSchemaPath } from './grant-schema.ts'
import { accountInRegister } from './register/listed-account.ts'

const bilingual = z.object({ en: z.string(), cy: z.string().optional() })

/** An agreement as programs read it, in the words of the agencies file. */
export const agreementInRegister = z.object({
  id: z.string(),
  version: z.int(),
  activity_id: z.url().meta({ description: 'Names this version in access records; also the address of its page' }),
  agency: z.string(),
  state: z.enum(['live', 'lapsed', 'ended']),
  purpose: bilingual,
  effect: bilingual,
  legal_basis: z.string().meta({ description: 'Article of the UK GDPR' }),
  power: z.string(),
  choice: z.enum(['required', 'optional']).meta({ description: 'Whether a citizen can keep the body from being told' }),
  irreversible: z.boolean(),
  matching: z.array(z.string()).meta({ description: 'Fields given so that the body can find the person' }),
  minimum_age: z.int().nullable(),
  usual_days: z.int(),
  review_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
  starts_on: z.iso.date().nullable(),
  holder: z
    .string()
    .nullable()
    .meta({ description: 'Body that holds what is shared; null: what citizens report here' }),
  trial: z.enum(trials).nullable().meta({ description: 'It lapses unless its review shows benefit' }),
  relies_on: z.string().nullable().meta({ description: 'Agreement of another body whose approval it rests on' }),
  account: accountInRegister.nullable(),
  events: z.array(z.object({ type: z.string(), fields: z.array(z.string()), schema: z.url() })),
})

/** A body as programs read it. Its keys and streams are nobody else's business. */
export const agencyInRegister = z.object({
  id: z.string().meta({ description: 'Also the client_id of its programs and the audience of its tokens' }),
  name: bilingual,
  cluster: z.enum(clusters),
  kind: z.string(),
  region: z
    .string()
    .nullable()
    .meta({ description: 'GSS code of the region whose cluster it is in; null: a national one' }),
  areas: z.array(z.string()).nullable().meta({ description: 'GSS codes of the areas it serves; null is nationwide' }),
  state: z.enum(['active', 'suspended']),
  illustration: z.boolean().meta({ description: 'It has agreed to nothing, and stands here to show the service' }),
  contact: z.object({
    email: z.string().optional(),
    phone: z.string().optional(),
    textphone: z.string().optional(),
    relay: z.string().optional(),
    url: z.string().optional(),
    post: z.string().optional(),
    in_person: bilingual.optional(),
  }),
  systems: z
    .object({ covered: z.array(bilingual), not_covered: z.array(bilingual) })
    .meta({ description: 'Systems of the body that report their uses of data, and those that do not' }),
  risk_appetite: bilingual.nullable().meta({ description: 'What it publishes about the risks that it takes' }),
  page: z.url(),
})

export type ListedAgreement = z.infer<typeof agreementInRegister>
export type ListedAgency = z.infer<typeof agencyInRegister>

export const listedAgreement = (agreement: RegisteredAgreement, baseUrl: string): ListedAgreement => ({
  id: agreement.id,
  version: agreement.version,
  activity_id: activityUri(baseUrl, agreement),
  agency: agreement.agencyId,
  state: agreement.state,
  purpose: agreement.purpose,
  effect: agreement.effect,
  legal_basis: agreement.legalBasis,
  power: agreement.power,
  choice: agreement.choice,
  irreversible: agreement.irreversible,
  matching: agreement.matching,
  minimum_age: agreement.minimumAge,
  usual_days: agreement.usualDays,
  review_on: agreement.reviewOn,
  ends_on: agreement.endsOn,
  starts_on: agreement.startsOn,
  holder: agreement.holderId,
  trial: agreement.trial,
  relies_on: agreement.reliesOn,
  account: agreement.account,
  events: agreement.events.map(({ type, fields }) => ({
    ...{ type, fields },
    schema: baseUrl + grantSchemaPath(agreement, type),
  })),
})

export const listedAgency = (agency: Agency, baseUrl: string): ListedAgency => ({
  id: agency.id,
  name: agency.name,
  cluster: agency.cluster,
  kind: agency.kind,
  region: agency.region ?? null,
  areas: agency.areas,
  state: agency.active ? 'active' : 'suspended',
  illustration: agency.illustration,
  contact: agency.contact,
  systems: { covered: agency.systemsCovered ?? [], not_covered: agency.systemsMissing ?? [] },
  risk_appetite: agency.riskAppetite ?? null,
  page: `${baseUrl}/agencies/${agency.id}`,
})
