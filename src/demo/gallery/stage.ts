import type { Answers } from '../../catalogue/answers.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { findOrCreateAccount, storeIdentity } from '../../identity/account-store.ts'
import type { Identity } from '../../identity/claims.ts'
import type { Person } from '../../identity/person.ts'
import { startDraft } from '../../reports/drafts/draft-store.ts'
import { ownerIn, type Owner } from '../../reports/owner.ts'
import type { ReportParts } from '../../reports/journey/visit.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { inContext } from '../../shared/database.ts'
import { subjectRef } from '../../vault/pseudonyms.ts'
import type { Draft } from '../../reports/drafts/draft.ts'
import type { StageTransaction } from './stage-store.ts'

/** A made-up citizen in a transaction that will be undone, with all that the rooms need. */
export interface Stage {
  tx: StageTransaction
  parts: ReportParts
  person: Person
  now: Date
}

/** Lives in Leeds, has a passport, and has told us nothing yet. */
export const stageIdentity: Identity = {
  names: [
    {
      nameParts: [
        { type: 'GivenName', value: 'Amira' },
        { type: 'FamilyName', value: 'Hassan' },
      ],
    },
  ],
  birthDate: '1988-05-14',
  addresses: [
    {
      uprn: 72000000012,
      buildingNumber: '12',
      streetName: 'Harehills Lane',
      addressLocality: 'Leeds',
      postalCode: 'LS8 5DR',
      addressCountry: 'GB',
      validFrom: '2019-08-01',
    },
  ],
  drivingPermits: [],
  passports: [],
  email: 'amira.hassan@example.com',
  phone: '+447700900101',
}

const named = (given: string) => [
  {
    nameParts: [
      { type: 'GivenName' as const, value: given },
      { type: 'FamilyName' as const, value: 'Hassan' },
    ],
  },
]

/** What they told us of in an earlier report. */
export const stageFamily = {
  children: [{ names: named('Iris'), birth_date: '2019-06-01' }],
  partner: { names: named('Samir'), birth_date: '1987-02-03' },
}

/** Of whom nothing was proved. */
export const nobody: Identity = { names: [], birthDate: '', addresses: [], drivingPermits: [], passports: [] }

export async function setStage(tx: StageTransaction, parts: ReportParts, proved: boolean): Promise<Stage> {
  const now = parts.clock()
  const onStage = { ...parts, db: tx }
  const login = { issuer: 'https://gallery.invalid', sub: crypto.randomUUID() }
  const accountId = await findOrCreateAccount(tx, parts.vault, login)
  if (proved) await storeIdentity(tx, parts.vault, accountId, { identity: stageIdentity, at: now })
  const subjects = [subjectRef(parts.vault, 'account', accountId)]
  return { tx, parts: onStage, now, person: { accountId, subjects, proved, signedInAt: now } }
}

export function asStagePerson<Result>(stage: Stage, work: (owner: Owner) => Promise<Result>): Promise<Result> {
  const { person, parts, now, tx } = stage
  const context = { account: person.accountId, subjects: person.subjects }
  return inContext(tx, context, (inner) => work(ownerIn(inner, { vault: parts.vault, person, now })))
}

/** A draft with these answers, opened last. */
export async function stageDraft(stage: Stage, event: LifeEvent, answers: Answers, whole = false): Promise<Draft> {
  const content = { answers, wasComplete: whole }
  const draft = await asStagePerson(stage, (owner) => startDraft(owner, { eventType: event.type, content }))
  if (typeof draft === 'string') throw new Error(`No draft: ${draft}`)
  return draft
}

export const daysAgo = ({ now }: Stage, days: number) => new Date(now.getTime() - days * 86_400_000)

export const dayAhead = ({ now }: Stage, days: number) => addDays(ukToday(now), days)
