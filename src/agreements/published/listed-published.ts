import { z } from 'zod'
import { csv } from '../../shared/csv.ts'
import type { StoredAgreement } from './published-store.ts'

const party = z.object({
  name: z.string().optional(),
  description: z.string().optional().meta({ description: 'The entry of the Act’s schedules that it falls under' }),
})

/** A published agreement as programs read it. Its words are those of the register that it comes from. */
export const publishedInList = z.object({
  number: z.int(),
  name: z.string(),
  purpose: z.string(),
  benefits: z.string(),
  information: z.string(),
  method: z.string(),
  power: z.string().nullable().meta({ description: 'Which part of the Digital Economy Act 2017 it rests on' }),
  controllers: z.array(party),
  processors: z.array(party),
  retention: z.string().nullable().meta({ description: 'ISO 8601 period' }),
  starts_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
  review_on: z.iso.date().nullable(),
  contacts: z.array(z.string()).meta({ description: 'Addresses of roles, never of people' }),
  untidy: z.array(z.object({ column: z.string(), problem: z.string() })),
  left_at: z.iso.datetime().nullable().meta({ description: 'When the register was found to have it no longer' }),
  page: z.url(),
})

export type ListedPublished = z.infer<typeof publishedInList>

export const listedPublished = (agreement: StoredAgreement, baseUrl: string): ListedPublished => ({
  number: agreement.number,
  name: agreement.name,
  purpose: agreement.purpose,
  benefits: agreement.benefits,
  information: agreement.information,
  method: agreement.method,
  power: agreement.power ?? null,
  controllers: agreement.controllers,
  processors: agreement.processors,
  retention: agreement.retention ?? null,
  starts_on: agreement.startsOn ?? null,
  ends_on: agreement.endsOn ?? null,
  review_on: agreement.reviewOn ?? null,
  contacts: agreement.contacts,
  untidy: agreement.untidy,
  left_at: agreement.leftAt?.toISOString() ?? null,
  page: `${baseUrl}/agreements/published/${agreement.number}`,
})

const COLUMNS: Record<string, (agreement: ListedPublished) => string | number | null> = {
  number: ({ number }) => number,
  name: ({ name }) => name,
  purpose: ({ purpose }) => purpose,
  benefits: ({ benefits }) => benefits,
  information: ({ information }) => information,
  method: ({ method }) => method,
  power: ({ power }) => power,
  controllers: ({ controllers }) => partiesIn(controllers),
  processors: ({ processors }) => partiesIn(processors),
  retention: ({ retention }) => retention,
  starts_on: ({ starts_on }) => starts_on,
  ends_on: ({ ends_on }) => ends_on,
  review_on: ({ review_on }) => review_on,
  contacts: ({ contacts }) => contacts.join(' '),
  untidy: ({ untidy }) => untidy.map(({ column, problem }) => `${column}: ${problem}`).join('; '),
  left_at: ({ left_at }) => left_at,
  page: ({ page }) => page,
}

export const publishedHeading = csv([Object.keys(COLUMNS)])

export const publishedLines = (agreements: readonly ListedPublished[]) =>
  csv(agreements.map((agreement) => Object.values(COLUMNS).map((valueOf) => String(valueOf(agreement) ?? ''))))

const partiesIn = (parties: ListedPublished['controllers']) =>
  parties.map(({ name, description }) => [description, name].filter(Boolean).join(': ')).join('; ')
