import { fanOut } from '../../deliveries/fan-out.ts'
import { withdrawReport } from '../../reports/afterwards/withdraw.ts'
import { acknowledged, answered, stageFanOut, stageReport } from './stage-report.ts'
import { deliveriesOf, setDelivery, setSubscription, type StagedDelivery } from './stage-store.ts'
import { asStagePerson, daysAgo, type Stage } from './stage.ts'
import { forStaff, type State } from './state.ts'
import type { Explored } from './states-of-questions.ts'

type Happened = (stage: Stage, delivery: StagedDelivery) => Promise<unknown>
type Place = (delivery: StagedDelivery) => string

/** What staff of a body see of a delivery after this has happened to it. */
type Look = (name: string, path: Place, happened: Happened, more?: Partial<Seen>) => State

interface Seen {
  staff: string
  form: Record<string, string>
  status: number
}

const toInbox: Happened = ({ tx }, { subscription_id }) => setSubscription(tx, subscription_id, { method: 'inbox' })

const opened: Happened = async (stage, delivery) => {
  await toInbox(stage, delivery)
  await acknowledged(stage, delivery)
}

const givenUp: Happened = ({ tx, now }, { id }) => {
  const failure = { attempts: 40, last_failure: 'unreachable ECONNREFUSED', settled_at: now }
  return setDelivery(tx, id, { state: 'given-up', ...failure })
}

const notFound: Happened = async (stage, delivery) => {
  await acknowledged(stage, delivery)
  await answered(stage, delivery, { status: 'no_record' })
}

/** The inbox, deliveries, dead letters and matching rate of a body: empty, and with one in every state. */
export function statesOfDeliveries(explored: Explored): State[] {
  const look: Look = (name, path, happened, { staff = 'dvla-officer', form, status } = {}) => ({
    ...forStaff(`agency/${name}`, '/agency', staff),
    // Somebody must have reported it, too.
    person: 'proved',
    play: async (stage) => {
      const delivery = await staged(stage, explored, happened)
      return { path: path(delivery), ...(form && { form }) }
    },
    ...(status && { status }),
  })
  return [...statesOfTheInbox(look), ...statesOfLookingThrough(look), ...statesOfDeadLetters(look)]
}

async function staged(stage: Stage, explored: Explored, happened: Happened): Promise<StagedDelivery> {
  const report = await stageReport(stage, explored)
  const own = (await stageFanOut(stage, report)).find(({ agency_id }) => agency_id === AGENCY)
  if (!own)
    throw new Error(`${AGENCY} is told nothing of ${explored.event.type}: apply the sample agencies' file first`)
  await happened(stage, own)
  return own
}

const AGENCY = 'dvla'

const one =
  (path: string, more = ''): Place =>
  ({ id }) =>
    `/agency/${path}/${id}${more}`

function statesOfTheInbox(look: Look): State[] {
  const list: Place = () => '/agency/inbox'
  const [cover, outcome] = [one('inbox'), one('inbox', '/outcome')]
  const inState =
    (state: string): Happened =>
    async (stage, delivery) => {
      await toInbox(stage, delivery)
      await setDelivery(stage.tx, delivery.id, { state, settled_at: stage.now })
    }
  const onHold: Happened = ({ tx }, { subscription_id }) =>
    setSubscription(tx, subscription_id, { method: 'inbox', status: 'paused' })
  return [
    forStaff('agency/inbox/none', '/agency/inbox', 'dvla-officer'),
    forStaff('agency/inbox/empty', '/agency/inbox', 'council-officer'),
    forStaff('agency/inbox/none-opened', '/agency/inbox?show=opened', 'council-officer'),
    look('inbox/waiting', list, toInbox),
    look('inbox/waiting-for-a-viewer', list, toInbox, { staff: 'dvla-viewer' }),
    look('inbox/opened', () => '/agency/inbox?show=opened&order=newest', opened),
    look('inbox/cover', cover, toInbox),
    look('inbox/cover-for-a-viewer', cover, toInbox, { staff: 'dvla-viewer' }),
    look('inbox/cover-opened', cover, opened),
    look('inbox/cover-not-allowed', cover, inState('not-allowed')),
    look('inbox/cover-given-up', cover, inState('given-up')),
    look('inbox/cover-on-hold', cover, onHold, { form: {}, status: 409 }),
    look('inbox/reading', cover, toInbox, { form: {} }),
    look('inbox/reading-again', cover, opened, { form: {} }),
    look('inbox/reading-what-was-taken-back', ({ id }) => `/agency/inbox/${id}`, takenBack, { form: {} }),
    look('inbox/outcome', outcome, opened),
    look('inbox/outcome-with-errors', outcome, opened, {
      form: { status: 'done', 'effective-day': '31', 'message-cy': 'Iawn', 'offer-title': 'x' },
      status: 400,
    }),
  ]
}

/** The delivery becomes what follows it, since that is what there is to open. */
const takenBack: Happened = async (stage, delivery) => {
  await opened(stage, delivery)
  const report = delivery.report_id
  await asStagePerson(stage, (owner) => withdrawReport(owner, report, { wrong: false }))
  await fanOut(stage.tx, stage.parts.vault, stage.now)
  const all = await deliveriesOf(stage.tx, report)
  const last = all.findLast(({ subscription_id }) => subscription_id === delivery.subscription_id)
  if (last) delivery.id = last.id
}

function statesOfLookingThrough(look: Look): State[] {
  const list: Place = () => '/agency/deliveries'
  return [
    forStaff('agency/deliveries/for-a-viewer', '/agency/deliveries', 'dvla-viewer'),
    look('deliveries', list, notFound),
    look('deliveries/with-errors', () => '/agency/deliveries?day-day=31', notFound, { status: 400 }),
    look('deliveries/none', () => '/agency/deliveries?state=given-up&day-day=1&day-month=1&day-year=2020', notFound),
    look('deliveries/unknown-id', list, notFound, { form: { jti: 'x' }, status: 400 }),
    look('deliveries/one', one('deliveries'), notFound),
    look('deliveries/one-given-up', one('deliveries'), givenUp),
    look('quality', () => '/agency/quality', notFound),
    forStaff('agency/quality/nothing-yet', '/agency/quality', 'council-officer'),
  ]
}

function statesOfDeadLetters(look: Look): State[] {
  const list: Place = () => '/agency/dead-letters'
  const stream: Place = ({ subscription_id }) => `/agency/dead-letters/streams/${subscription_id}`
  const before: Happened = async (stage, delivery) => {
    await givenUp(stage, delivery)
    await setDelivery(stage.tx, delivery.id, { created_at: daysAgo(stage, 8) })
  }
  return [
    forStaff('agency/dead-letters/none', '/agency/dead-letters', 'council-officer'),
    look('dead-letters', list, before),
    look('dead-letters/for-a-viewer', list, before, { staff: 'dvla-viewer' }),
    look('dead-letters/one', one('dead-letters'), before),
    look('dead-letters/one-with-errors', one('dead-letters'), before, { form: {}, status: 400 }),
    look('dead-letters/all-of-a-stream', stream, before),
  ]
}
