import { lookAfter, one, type Happened, type Look, type Place } from './stage-delivery.ts'
import { acknowledged, answered } from './stage-report.ts'
import { setDelivery } from './stage-store.ts'
import { daysAgo } from './stage.ts'
import { forStaff, type State } from './state.ts'
import type { Explored } from './states-of-questions.ts'
import { statesOfTheInbox } from './states-of-the-inbox.ts'

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
  const look = lookAfter(explored)
  return [...statesOfTheInbox(look), ...statesOfLookingThrough(look), ...statesOfDeadLetters(look)]
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
