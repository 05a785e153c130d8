import { agree, listAgreements } from '../../agreements/agreement-store.ts'
import type { Agreement } from '../../agreements/agreement.ts'
import { addProposal, findProposal, type NewProposal } from '../../agreements/proposals/proposal-store.ts'
import { considerProposal, decideProposal } from '../../agreements/proposals/step-store.ts'
import { stageColleague } from './stage-colleague.ts'
import type { Stage } from './stage.ts'
import { forStaff, type Asked, type State } from './state.ts'

const AGENCY = 'dvla'
const EVENT = 'change-of-address'
const FIELDS = ['names', 'new_address']

type Play = (stage: Stage) => Promise<string | void>

const seenBy =
  (staff: string) =>
  (name: string, path: string, play?: Play, form?: Asked['form']): State =>
    forStaff(name, path, staff, {
      play: async (stage) => ({ path: (await play?.(stage)) ?? path, ...(form && { form }) }),
      ...(form && { status: 400 }),
    })

const admin = seenBy('dvla-admin')
const operator = seenBy('operator-one')

/** How a body asks to be told, is heard, reviews what came of it, and what operators see of that. */
export const statesOfProposals = (): State[] => [
  admin('agency/proposals/none', '/agency/proposals'),
  admin('agency/proposals', '/agency/proposals', async (stage) => void (await aProposal(stage))),
  admin('agency/proposals/event', '/agency/proposals/new'),
  admin('agency/proposals/form', `/agency/proposals/new/${EVENT}`),
  admin('agency/proposals/form-with-errors', `/agency/proposals/new/${EVENT}`, undefined, { basis: '' }),
  admin('agency/proposals/one', '/agency/proposals', async (stage) => `/agency/proposals/${await aProposal(stage)}`),
  operator('operator/proposals', '/operator/proposals', async (stage) => void (await aProposal(stage))),
  operator('operator/proposals/one', '/operator/proposals', proposalOfOperators),
  operator('operator/proposals/one-with-errors', '/operator/proposals', proposalOfOperators, { decision: '' }),
  operator('operator/proposals/declined-with-errors', '/operator/proposals', proposalOfOperators, {
    decision: 'decline',
  }),
  operator('operator/proposals/considered', '/operator/proposals', consideredProposal),
  admin('agency/proposals/draft', '/agency/proposals', async (stage) => {
    return `/agency/proposals/${await aProposal(stage, { state: 'draft' })}`
  }),
  admin('agency/proposals/declined', '/agency/proposals', declinedProposal),
  admin('agency/proposals/reviewed', '/agency/proposals', async (stage) => {
    return `/agency/proposals/${await aProposal(stage, { review: REVIEW })}`
  }),
  admin('agency/agreements/review', '/agency/agreements', reviewPath()),
  admin('agency/agreements/review-of-a-trial', '/agency/agreements', reviewPath({ trial: 'prototype' })),
  admin('agency/agreements/review-with-errors', '/agency/agreements', reviewPath(), { benefit: '' }),
]

const REVIEW = {
  benefit: 'Fewer letters come back',
  shown: true,
  cost: 'Half a day each month',
  keep: 'renew' as const,
}

async function aProposal(
  { tx, now }: Stage,
  remarkable: Partial<Pick<NewProposal, 'state' | 'review'>> = {},
): Promise<string> {
  const { id: proposedBy } = await stageColleague(tx, 'dvla-admin')
  const terms = {
    ...{ id: 'dvla-example', effect: { en: 'It will update its records.' }, irreversible: false, matching: [] },
    purpose: { en: 'Keep the register of drivers right', cy: 'Cadw’r gofrestr gyrwyr yn gywir' },
    ...{ legal_basis: '6(1)(e)', power: 'Road Traffic Act 1988, section 99', usual_days: 28 },
    ...{ starts_on: '2026-11-23', review_on: '2027-11-23', account: ACCOUNT },
    events: [{ type: EVENT, fields: FIELDS }],
  }
  const asked = { agencyId: AGENCY, agreementId: terms.id, terms, baseVersion: null, proposedBy }
  const proposal = { ...asked, questions: 16, minutes: 90, ...remarkable }
  const id = await addProposal(tx, proposal, now)
  if (id === undefined || !(await findProposal(tx, id))) throw new Error('A proposal is open already')
  return id
}

const ACCOUNT = {
  receiving_team: { en: 'Driver records', cy: 'Cofnodion gyrwyr' },
  ...{ parties: [], sharing: 'one-by-one' as const },
  benefits: [{ text: { en: 'Drivers get letters at the right address.' } }],
  risks: [{ text: { en: 'A letter comes to the wrong house.' } }],
  harms_of_not_sharing: { en: 'Drivers are fined for what they did not know of.' },
  safeguards: { en: 'Few people can read it.' },
  retention: 'P2Y',
}

async function consideredProposal(stage: Stage): Promise<string> {
  const id = await aProposal(stage)
  const { id: by } = await stageColleague(stage.tx, 'operator-one')
  await considerProposal(stage.tx, id, { way: 'operator', by }, stage.now)
  return `/operator/proposals/${id}`
}

async function declinedProposal(stage: Stage): Promise<string> {
  const id = await aProposal(stage)
  const { id: by } = await stageColleague(stage.tx, 'operator-one')
  const why = { reason: 'The date is not needed.', withholding: 'Drivers wait longer for their reminders.' }
  const decision = { state: 'declined' as const, category: 'too-much' as const, way: 'operator' as const, by, ...why }
  await decideProposal(stage.tx, id, decision, stage.now)
  return `/agency/proposals/${id}`
}

/** Of the body's first agreement, in a version that is to be looked at soon. */
const reviewPath =
  (remarkable: Partial<Pick<Agreement, 'trial'>> = {}) =>
  async ({ tx, now }: Stage): Promise<string> => {
    const first = (await listAgreements(tx)).find(({ agencyId }) => agencyId === AGENCY)
    if (!first) throw new Error('There is no agreement yet: apply an agencies file first')
    const dates = { startsOn: '2025-12-01', reviewOn: '2026-12-01', endsOn: '2027-12-01' }
    await agree(tx, { ...first, version: first.version + 1, ...dates, ...remarkable }, now)
    return `/agency/agreements/${first.id}/review`
  }

async function proposalOfOperators(stage: Stage): Promise<string> {
  return `/operator/proposals/${await aProposal(stage)}`
}
