import { fanOut } from '../../deliveries/fan-out.ts'
import { withdrawReport } from '../../reports/afterwards/withdraw.ts'
import { acknowledged } from './stage-report.ts'
import { deliveriesOf, setDelivery, setSubscription } from './stage-store.ts'
import { asStagePerson } from './stage.ts'
import { forStaff, type State } from './state.ts'
import { one, type Happened, type Look, type Place } from './stage-delivery.ts'

/** What the staff of a body without a system see. */
export function statesOfTheInbox(look: Look): State[] {
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

const toInbox: Happened = ({ tx }, { subscription_id }) => setSubscription(tx, subscription_id, { method: 'inbox' })

const opened: Happened = async (stage, delivery) => {
  await toInbox(stage, delivery)
  await acknowledged(stage, delivery)
}
