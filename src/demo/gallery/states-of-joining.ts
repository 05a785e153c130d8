import { verdictOn, type AnswerKind, type Step } from '../../deliveries/conformance/conformance.ts'
import { addResult } from '../../deliveries/conformance/result-store.ts'
import { addRun, findRun, finishRun } from '../../deliveries/conformance/run-store.ts'
import { addTokens } from '../../deliveries/conformance/synthetic-token-store.ts'
import { madeUpToken } from '../../deliveries/conformance/synthetic-token.ts'
import { addJoinRequest, decideJoinRequest, joinRequests } from '../../oversight/onboarding/join-request-store.ts'
import type { Method } from '../../subscriptions/subscription.ts'
import { stageColleague } from './stage-colleague.ts'
import { addCase, setSubscription, streamsOfAgency } from './stage-store.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type Asked, type State } from './state.ts'
import { statesOfProposals } from './states-of-proposals.ts'

const AGENCY = 'dvla'
const EVENT = 'change-of-address'
const FIELDS = ['names', 'new_address']

/** How a body asks to join, proves itself and proposes what it is told, and what operators see of it. */
export const statesOfJoining = (): State[] => [
  ...statesOfAsking(),
  ...statesOfRuns(),
  ...statesOfProposals(),
  ...statesOfOperators(),
]

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

const statesOfAsking = (): State[] => [
  plain('join', '/join', { person: 'nobody' }),
  plain('join/with-errors', '/join', {
    person: 'nobody',
    play: () => ({ path: '/join', form: { email: 'somebody@example.com' } }),
    status: 400,
  }),
  plain('join/sent', '/join/sent', { person: 'nobody' }),
  operator('operator/requests', '/operator/requests', async (stage) => void (await aRequest(stage))),
  operator('operator/requests/none', '/operator/requests'),
  operator('operator/requests/one', '/operator/requests', aRequest),
  operator('operator/requests/one-with-errors', '/operator/requests', aRequest, { decision: 'decline', reason: '' }),
  operator('operator/requests/declined', '/operator/requests', declinedRequest),
  admin('agency/joining', '/agency/joining'),
]

const statesOfRuns = (): State[] => [
  admin('agency/conformance', '/agency/conformance'),
  admin('agency/conformance/with-runs', '/agency/conformance', async (stage) => void (await aRun(stage, ALL))),
  admin('agency/conformance/none', '/agency/conformance', withoutStreams),
  admin('agency/conformance/running', '/agency/conformance', (stage) => aRun(stage, { good: 'accepted' })),
  admin('agency/conformance/passed', '/agency/conformance', (stage) => aRun(stage, ALL)),
  admin('agency/conformance/failed', '/agency/conformance', (stage) => aRun(stage, ALL_TAKEN)),
  forStaff('agency/conformance/refused', '/agency/conformance', 'dvla-admin', { play: asked, status: 409 }),
  admin('agency/conformance/by-hand', '/agency/conformance', (stage) => aRun(stage, {}, 'inbox')),
  admin('agency/conformance/by-hand-with-errors', '/agency/conformance', (stage) => aRun(stage, {}, 'inbox'), {
    step: 'good',
  }),
  admin('agency/sandbox', '/agency/sandbox', async (stage) => void (await aSyntheticEvent(stage))),
  admin('agency/sandbox/with-errors', '/agency/sandbox', undefined, { event: '' }),
  admin('agency/sandbox/none', '/agency/sandbox', withoutStreams),
]

const statesOfOperators = (): State[] => [
  operator('operator/agencies', '/operator'),
  operator('operator/agencies/one', `/operator/agencies/${AGENCY}`),
  operator('operator/agencies/one-with-errors', `/operator/agencies/${AGENCY}`, undefined, { act: '' }),
  operator('operator/streams', '/operator/streams'),
  operator('operator/streams/one', '/operator/streams', oneStream),
  forStaff('operator/streams/just-paused', '/operator/streams', 'operator-one', { play: justPaused }),
  forStaff('operator/dead-letters/nothing-changed', '/operator/dead-letters', 'operator-one', {
    play: () => ({ path: '/operator/dead-letters', done: { what: 'redriven-for-body', count: 0 } }),
  }),
  operator('operator/streams/one-with-errors', '/operator/streams', oneStream, { act: '' }),
  operator('operator/dead-letters/none', '/operator/dead-letters'),
  operator('operator/dead-letters/one', '/operator/dead-letters', async ({ tx }) => {
    return `/operator/dead-letters/${(await streamsOfAgency(tx, AGENCY))[0] ?? ''}`
  }),
  operator('operator/cases/none', '/operator/cases'),
  operator('operator/cases', '/operator/cases', async (stage) => void (await aCase(stage))),
  operator('operator/cases/one', '/operator/cases', aCase),
  operator('operator/cases/one-with-errors', '/operator/cases', aCase, { reason: '' }),
  forStaff('operator/cases/opened', '/operator/cases', 'operator-one', {
    play: async (stage) => ({
      path: await aCase(stage),
      form: { reason: 'complaint', 'case-reference': 'TICKET-4711' },
    }),
  }),
  operator('operator/cases/closure', '/operator/cases', async (stage) => `${await aCase(stage)}/closure`),
  operator('operator/cases/closure-with-errors', '/operator/cases', async (stage) => `${await aCase(stage)}/closure`, {
    note: '',
  }),
]

const ALL: Partial<Record<Step, AnswerKind>> = {
  good: 'accepted',
  duplicate: 'accepted',
  withdrawal: 'accepted',
  forged: 'refused',
  audience: 'refused',
  burst: 'accepted',
}

const ALL_TAKEN: typeof ALL = { ...ALL, forged: 'accepted', audience: 'failed' }

const oneStream: Play = async ({ tx }) => `/operator/streams/${(await streamsOfAgency(tx, AGENCY))[0] ?? ''}`

async function justPaused(stage: Stage): Promise<Asked> {
  const [stream = ''] = await streamsOfAgency(stage.tx, AGENCY)
  await setSubscription(stage.tx, stream, { status: 'paused', reason: 'It moves to another machine' })
  return { path: `/operator/streams/${stream}`, done: { what: 'stream-paused', count: 1 } }
}

async function aCase({ tx, person, now }: Stage): Promise<string> {
  return `/operator/cases/${await addCase(tx, person.accountId, now)}`
}

/** Another is started while one is on. */
async function asked(stage: Stage): Promise<Asked> {
  await aRun(stage, {})
  const [stream = ''] = await streamsOfAgency(stage.tx, AGENCY)
  return { path: `/agency/conformance/streams/${stream}`, form: {} }
}

/** One that came as far as these answers. */
async function aRun({ tx, now }: Stage, answers: typeof ALL, method: Method = 'push'): Promise<string> {
  const [subscriptionId = ''] = await streamsOfAgency(tx, AGENCY)
  const about = { subscriptionId, agencyId: AGENCY }
  const id = await addRun(tx, { ...about, method, eventType: EVENT, fields: FIELDS, startedBy: null }, now)
  const run = id === undefined ? undefined : await findRun(tx, id)
  if (!run) throw new Error('A run is on already')
  const given = Object.entries(answers) as [Step, AnswerKind][]
  for (const [step, kind] of given) {
    await addResult(tx, run, step, verdictOn(step, [{ kind, code: kind === 'refused' ? 'invalid_key' : null }]), now)
  }
  if (given.length === Object.keys(ALL).length) await finishRun(tx, run, answers === ALL, now)
  else {
    const step = given.length === 0 ? 'good' : 'duplicate'
    await addTokens(tx, { ...about, runId: run.id, step }, [madeUpToken(EVENT, FIELDS)], now)
  }
  return `/agency/conformance/runs/${run.id}`
}

async function aSyntheticEvent({ tx, now }: Stage): Promise<void> {
  const [subscriptionId = ''] = await streamsOfAgency(tx, AGENCY)
  await addTokens(tx, { subscriptionId, agencyId: AGENCY, runId: null, step: null }, [madeUpToken(EVENT, FIELDS)], now)
}

async function withoutStreams({ tx }: Stage): Promise<void> {
  for (const id of await streamsOfAgency(tx, AGENCY)) {
    await setSubscription(tx, id, { agency_id: 'hmrc', position: null })
  }
}

async function aRequest({ tx, now }: Stage): Promise<string> {
  const request = {
    ...{ name: { en: 'Ribble Valley Borough Council' }, kind: 'council', cluster: 'human-services' as const },
    ...{ email: 'tessa.holt@ribblevalley.gov.uk', person: 'Tessa Holt', events: [EVENT, 'death'] },
    ...{ power: 'Local Government Finance Act 1992, schedule 2', method: 'inbox' as const },
  }
  await addJoinRequest(tx, request, now)
  const { open } = await joinRequests(tx, 1)
  return `/operator/requests/${open[0]?.id ?? ''}`
}

async function declinedRequest(stage: Stage): Promise<string> {
  const path = await aRequest(stage)
  const { id: by } = await stageColleague(stage.tx, 'operator-one')
  const decision = { state: 'declined' as const, by, reason: 'It has joined already.', agencyId: null }
  await decideJoinRequest(stage.tx, path.split('/').at(-1) ?? '', decision, stage.now)
  return path
}
