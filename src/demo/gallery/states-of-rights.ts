import { stageLook } from './stage-asking.ts'
import { stageAnswer, stageRight } from './stage-rights.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type State } from './state.ts'

type Happened = (stage: Stage) => Promise<string>
type Form = Record<string, string | readonly string[]>

const after =
  (happened: Happened, pathOf: (id: string) => string, form?: Form): State['play'] =>
  async (stage) => ({ path: pathOf(await happened(stage)), ...(form && { form }) })

/** What citizens ask under their rights, and what bodies answer. */
export const statesOfRights = (): State[] => [
  plain('rights/none', '/rights'),
  plain('rights/list', '', { play: after(asked, () => '/rights') }),
  ...['objection', 'correction', 'access', 'erasure'].flatMap((right) => [
    plain(`rights/${right}`, '', { play: after(stageLook, () => `/rights/${right}`) }),
    plain(`rights/${right}-with-errors`, '', { play: after(stageLook, () => `/rights/${right}`, {}), status: 400 }),
  ]),
  plain('rights/objection-to-what-may-come', '/rights/objection?show=all'),
  plain('rights/nobody-to-ask', '/rights/access'),
  plain('rights/request/sent', '', { play: after(asked, request) }),
  plain('rights/request/stopped', '', { play: after((stage) => stageRight(stage, 'object'), request) }),
  plain('rights/request/late', '', { play: after((stage) => stageRight(stage, 'access', 50), request) }),
  plain('rights/request/done', '', { play: after(done, request) }),
  plain('rights/request/refused', '', { play: after(refused, request) }),
  plain('rights/request/complaint', '', { play: after(refused, (id) => `${request(id)}/complaint`) }),
  plain('rights/request/complaint-with-errors', '', {
    play: after(refused, (id) => `${request(id)}/complaint`, { message: '' }),
    status: 400,
  }),
  plain('rights/this-service', '/rights/this-service'),
  plain('rights/this-service/erasure', '/rights/this-service/erasure'),
  plain('rights/this-service/erasure-with-errors', '', {
    play: () => ({ path: '/rights/this-service/erasure', form: {} }),
    status: 400,
  }),
  ...statesOfBodies(),
]

const asked: Happened = (stage) => stageRight(stage)
const request = (id: string) => `/rights/requests/${id}`
const done: Happened = async (stage) => {
  const id = await stageRight(stage)
  await stageAnswer(stage, id, {})
  return id
}
const refused: Happened = async (stage) => {
  const id = await stageRight(stage, 'erase')
  const words = { message: 'We must keep it for 11 years.' }
  await stageAnswer(stage, id, { kind: 'refused', exception: 'legal-duty', words })
  return id
}

const cover = (id: string) => `/agency/rights/${id}`

const ofBody = (name: string, happened: Happened, pathOf: (id: string) => string, more: Partial<State> = {}) =>
  forStaff(`agency/rights/${name}`, '', 'dvla-officer', { play: after(happened, pathOf), ...more })

const statesOfBodies = (): State[] => [
  forStaff('agency/rights/none', '/agency/rights', 'dvla-officer'),
  ofBody('list', asked, () => '/agency/rights'),
  ofBody('cover', asked, cover),
  ofBody('opened', done, cover, { play: after(done, cover, {}) }),
  ofBody('answer', asked, (id) => `${cover(id)}/answer`),
  ofBody('answer-with-errors', asked, cover, {
    play: after(asked, (id) => `${cover(id)}/answer`, { kind: '', message: '' }),
    status: 400,
  }),
]
