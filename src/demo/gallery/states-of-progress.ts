import { randomUUID } from 'node:crypto'
import { setState } from '../../agreements/agreement-store.ts'
import { NOT_ACKNOWLEDGED } from '../../deliveries/give-up.ts'
import type { Outcome } from '../../deliveries/outcome.ts'
import { actionPaths } from '../../progress/actions.ts'
import type { Report } from '../../reports/report.ts'
import { addCorrection } from '../../reports/afterwards/follow-up-store.ts'
import { reportToFollow } from '../../reports/afterwards/followed-report-store.ts'
import { withdrawReport } from '../../reports/afterwards/withdraw.ts'
import type { Owner } from '../../reports/owner.ts'
import { acknowledged, answered, disclosed, stageFanOut, stageReport } from './stage-report.ts'
import { setDelivery, setSubscription, type StagedDelivery } from './stage-store.ts'
import { asStagePerson, dayAhead, daysAgo, stageDraft, type Stage } from './stage.ts'
import { plain, type State } from './state.ts'
import type { Explored } from './states-of-questions.ts'

const said = { en: 'Thank you. We have read what you told us.', cy: 'Diolch. Rydym wedi darllen yr hyn a ddywedoch.' }
const offer: Outcome['offer'] = {
  title: { en: 'Child Benefit: you need not apply', cy: 'Budd-dal Plant: nid oes angen i chi wneud cais' },
  text: {
    en: 'Confirm that you want it, and we will pay it.',
    cy: 'Cadarnhewch eich bod ei eisiau, a byddwn yn ei dalu.',
  },
  action: 'accept',
}

type Happened = (stage: Stage, delivery: StagedDelivery, report: Report) => Promise<void>

const told =
  (outcome?: (stage: Stage) => Outcome, days = 1): Happened =>
  async (stage, delivery) => {
    await acknowledged(stage, delivery, days)
    if (outcome) await answered(stage, delivery, outcome(stage))
  }

/** What its citizen did afterwards has come to this; without columns it is still on its way. */
const followed =
  (kind: 'correction' | 'withdrawal', columns?: (stage: Stage) => object): Happened =>
  async (stage, delivery, report) => {
    await acknowledged(stage, delivery)
    await asStagePerson(stage, (owner): Promise<unknown> =>
      (kind === 'correction' ? corrected : withdrawn)(owner, report),
    )
    const next = columns && (await stageFanOut(stage, report)).at(-1)
    if (next) await setDelivery(stage.tx, next.id, columns(stage))
  }

const withdrawn = (owner: Owner, { id }: Report) => withdrawReport(owner, id, { wrong: false })

async function corrected(owner: Owner, { id }: Report): Promise<void> {
  const report = await reportToFollow(owner, id)
  const content = { facts: {}, answers: {} }
  if (report) await addCorrection(owner, report, { content, draftId: randomUUID(), safety: false })
}

const arrived = ({ now }: Stage) => ({ state: 'acknowledged', attempts: 1, settled_at: now })
const lost = ({ now }: Stage) => ({ state: 'given-up', attempts: 40, settled_at: now })

const set =
  (columns: (stage: Stage) => object): Happened =>
  (stage, { id }) =>
    setDelivery(stage.tx, id, columns(stage))

/** Whether the body's system has proved that it is what it should be. */
const ready =
  (isReady: boolean) =>
  ({ tx, now }: Stage, { subscription_id }: StagedDelivery) =>
    setSubscription(tx, subscription_id, { proved_at: isReady ? now : null })

/** What can have become of the first body; the others wait. */
const happenings: Record<string, Happened> = {
  waiting: ready(true),
  'not-ready': ready(false),
  closed: async (stage, delivery) => {
    await ready(true)(stage, delivery)
    await setSubscription(stage.tx, delivery.subscription_id, {
      closed_from: daysAgo(stage, 1),
      closed_until: daysAgo(stage, -1),
    })
  },
  'tried-again': async (stage, delivery) => {
    await ready(true)(stage, delivery)
    await setDelivery(stage.tx, delivery.id, { attempts: 3, next_attempt_at: daysAgo(stage, -1) })
  },
  'later-as-chosen': set((stage) => ({ next_attempt_at: daysAgo(stage, -5), not_before: daysAgo(stage, -5) })),
  'held-by-you': set(() => ({ state: 'held' })),
  'on-hold': (stage, delivery) => setSubscription(stage.tx, delivery.subscription_id, { status: 'paused' }),
  gone: async (stage, { id, subscription_id }) => {
    await setDelivery(stage.tx, id, { attempts: 1, last_failure: 'gone 410' })
    await setSubscription(stage.tx, subscription_id, { status: 'paused' })
  },
  'given-up': set(({ now }) => ({ state: 'given-up', attempts: 40, settled_at: now })),
  'not-confirmed': set(({ now }) => ({
    ...{ state: 'given-up', attempts: 1, last_failure: NOT_ACKNOWLEDGED, settled_at: now },
  })),
  'in-an-inbox': (stage, delivery) => setSubscription(stage.tx, delivery.subscription_id, { method: 'inbox' }),
  'not-read': set(({ now }) => ({ state: 'given-up', last_failure: 'unopened', settled_at: now })),
  'not-wanted': set(({ now }) => ({ state: 'given-up', attempts: 40, settled_at: now, discarded_at: now })),
  'not-allowed': set(({ now }) => ({ state: 'not-allowed', settled_at: now })),
  lapsed: async (stage, delivery, report) => {
    await setState(stage.tx, delivery.agreement_id, 'lapsed', stage.now)
    await set(({ now }) => ({ state: 'not-allowed', settled_at: now }))(stage, delivery, report)
  },
  told: told(),
  'told-and-late': told(undefined, 90),
  received: told(() => ({ status: 'received' })),
  'in-progress': told(() => ({ status: 'in_progress', message: said })),
  done: told((stage) => ({ status: 'done', effective_date: dayAhead(stage, 3), message: said })),
  'with-an-offer': told(() => ({ status: 'done', offer })),
  'no-record': told(() => ({ status: 'no_record' })),
  'needs-something': told((stage) => ({ status: 'needs_information', due_by: dayAhead(stage, 14), message: said })),
  'needed-something': told((stage) => ({ status: 'needs_information', due_by: dayAhead(stage, -1), message: said })),
  correcting: followed('correction'),
  corrected: followed('correction', arrived),
  'not-corrected': followed('correction', lost),
  'taking-back': followed('withdrawal'),
  'taken-back': followed('withdrawal', arrived),
  'not-taken-back': followed('withdrawal', lost),
  refused: told(() => ({ status: 'refused', reason: 'You do not have a licence with us.' })),
}

/** A report at every point of its way, and what its citizen can do about it. */
export function statesOfProgress(explored: Explored): State[] {
  const on = (name: string, path: Place, happened: Happened = told(), form?: Record<string, string>): State => ({
    name,
    person: 'proved',
    play: async (stage) => {
      const { report, first } = await staged(stage, explored, happened)
      return { path: path(report, first), ...(form && { form }) }
    },
    ...(form && { status: 400 }),
  })
  const page: Place = ({ reference }) => `/reports/${reference}`
  const action =
    (act: (reference: string, id: string) => string): Place =>
    ({ reference }, { id }) =>
      act(reference, id)
  const { answer, decide, release, withdraw, correct } = actionPaths
  const asking = happenings['needs-something']
  const offering = happenings['with-an-offer']
  const holding = happenings['held-by-you']
  return [
    plain('reports', '/reports'),
    on('reports-with-one', () => '/reports'),
    ...Object.entries(happenings).map(([what, happened]) => on(`reports/${what}`, page, happened)),
    on('reports/answer', action(answer), asking),
    on('reports/answer-with-errors', action(answer), asking, { answer: '' }),
    on('reports/offer', action(decide), offering),
    on('reports/offer-with-errors', action(decide), offering, { decision: '' }),
    on('reports/release', action(release), holding),
    on('reports/release-with-errors', action(release), holding, { choice: '' }),
    on('reports/withdrawal', action(withdraw)),
    on('reports/correction', action(correct)),
    ...statesOfAccess(explored),
  ]
}

type Place = (report: Report, first: StagedDelivery) => string

async function staged(stage: Stage, explored: Explored, happened: Happened) {
  const report = await stageReport(stage, explored)
  const [first, second] = await stageFanOut(stage, report)
  if (!first) throw new Error(`Nobody is told of ${explored.event.type}: apply an agencies file first`)
  await happened(stage, first, report)
  await stageDraft(stage, explored.event, {})
  return { report, first, second }
}

/** Who used your data: nothing yet, everything there is, one of them, and the filter with something wrong. */
function statesOfAccess(explored: Explored): State[] {
  const play =
    (path: (recordId: string) => string): State['play'] =>
    async (stage) => {
      const { report, first, second } = await staged(stage, explored, told())
      const recordId = await disclosed(stage, report, first, 'made')
      if (second) await disclosed(stage, report, second)
      return { path: path(recordId) }
    }
  return [
    plain('access', '/access'),
    plain('access-with-some', '/access', { play: play(() => '/access') }),
    plain('access/entry', '/access', { play: play((id) => `/access/${id}`) }),
    plain('access/year', '/access/year', { play: play(() => '/access/year') }),
    plain('access/search', '/access/search'),
    plain('access/search-with-errors', '/access/search', {
      play: () => ({ path: '/access/search', form: { words: '' } }),
      status: 400,
    }),
    plain('access/searched', '/access/search', {
      play: async (stage) => ({ ...(await play(() => '/access/search')(stage)), form: { words: 'address' } }),
    }),
    plain('access/of-a-report', '/access', {
      play: async (stage) => {
        const { report, first } = await staged(stage, explored, told())
        await disclosed(stage, report, first, 'made')
        return { path: `/access/reports/${report.reference}` }
      },
    }),
    plain('access/with-errors', '/access', {
      play: play(() => '/access?body=x&from-day=31&from-month=2&from-year=2026&to-day=1'),
      status: 400,
    }),
  ]
}
