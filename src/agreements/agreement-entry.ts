import { z } from 'zod'
import { didYouMean } from '../agencies/did-you-mean.ts'
import { bilingual, entry, id, listOf, text, textsOf } from '../agencies/file-entry.ts'
import { isRealDate } from '../shared/dates.ts'
import { accountEntry } from './account.ts'
import { lookAtAgreement, type KnownEvent } from './agreement-checks.ts'
import { trials, type Agreement } from './agreement.ts'
import { parseLegalBasis, restsOnConsent } from './legal-basis.ts'
import { powerProblem } from './power.ts'

/** An agreement's entry in the agencies file. */
export const agreementEntry = (lifeEvents: readonly KnownEvent[]) =>
  entry(
    {
      id,
      purpose: bilingual(500),
      effect: bilingual(500).default(EFFECT),
      legal_basis: basisEntry,
      power: powerEntry,
      power_name: bilingual(200).optional(),
      choice: z.enum(['required', 'optional']).optional(),
      irreversible: z.boolean().default(false),
      matching: listOf(z.string()).default([]),
      minimum_age: z.int().min(0, 'must not be below 0').max(120, 'must not be over 120').optional(),
      usual_days: z.int().min(1, 'must be at least 1').max(365, 'must not be over 365').default(USUAL_DAYS),
      review_on: day.optional(),
      ends_on: day.optional(),
      starts_on: day.optional(),
      account: accountEntry.optional(),
      holder: id.optional(),
      trial: z.enum(trials).optional(),
      events: z.array(coveredEvent(lifeEvents)).min(1, 'must name at least one life event'),
      approved_by: twoPeople.optional(),
    },
    (agreement, report) => lookAtAgreement(agreement, lifeEvents, report),
  )

/** The name of a life event, or its address as streams made through the API have it; the name comes out. */
export const eventType = (lifeEvents: readonly KnownEvent[]) =>
  z.string().transform((written, context) => {
    const types = lifeEvents.map((event) => event.type)
    const named = eventNamed(written)
    if (types.includes(named)) return named
    context.addIssue(`is not a life event that can be reported${didYouMean(named, types)}`)
    return z.NEVER
  })

const eventNamed = (written: string) => /\/schemas\/events\/([^/]+)\/v\d+$/.exec(written)?.[1] ?? written

/** In the shape of the rows, as the version after those there are. */
export function agreementFrom(read: AgreementEntry, agencyId: string, version: number): Agreement {
  return {
    id: read.id,
    version,
    agencyId,
    purpose: read.purpose,
    effect: read.effect,
    legalBasis: read.legal_basis,
    power: read.power,
    powerName: read.power_name ?? null,
    choice: read.choice ?? (restsOnConsent(read.legal_basis) ? 'optional' : 'required'),
    irreversible: read.irreversible,
    matching: read.matching,
    minimumAge: read.minimum_age ?? null,
    usualDays: read.usual_days,
    reviewOn: read.review_on ?? null,
    endsOn: read.ends_on ?? null,
    account: read.account ?? null,
    holderId: read.holder ?? null,
    startsOn: read.starts_on ?? null,
    trial: read.trial ?? null,
    events: read.events,
  }
}

export type AgreementEntry = z.output<ReturnType<typeof agreementEntry>>

const EFFECT = { en: 'It will update its records.', cy: 'Bydd yn diweddaru ei gofnodion.' }

/** Whoever changes what a body is told does not approve it alone. */
const twoPeople = z
  .array(text(120))
  .length(2, 'must name two people')
  .refine(([one = '', other = '']) => one.toLowerCase() !== other.toLowerCase(), 'must name two different people')

// Four weeks is what large bodies say of a change of details; a body that knows better says so.
const USUAL_DAYS = 28

/** The article relied on, in its normal form. */
export const basisEntry = z.string().transform((written, context) => {
  const read = parseLegalBasis(written)
  if ('basis' in read) return read.basis
  context.addIssue(read.problem)
  return z.NEVER
})

/** The statute relied on. */
export const powerEntry = text(500).superRefine((written, context) => {
  const problem = powerProblem(written)
  if (problem) context.addIssue(problem)
})

const day = z.string().refine(isRealDate, 'must be a real date, written like 2027-03-31')

/** An agreement that is over: what two people approved outside the file ends by nothing else there. */
export const endedAgreement = entry({ id, ended: day })

const coveredEvent = (lifeEvents: readonly KnownEvent[]) =>
  entry({ type: eventType(lifeEvents), fields: listOf(z.string()) }, (covered, report) => {
    const event = lifeEvents.find(({ type }) => type === eventNamed(String(covered['type'])))
    if (!event) return
    const known = Object.keys(event.fields)
    for (const { index, text: field } of textsOf(covered['fields'])) {
      if (known.includes(field)) continue
      report(
        ['fields', index],
        `is not a field of ${event.type}${didYouMean(field, known) || `: it has ${known.join(', ')}`}`,
      )
    }
  })
