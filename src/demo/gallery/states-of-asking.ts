import { findStaffPersona } from '../agencies/colleagues.ts'
import { stageLook, stageQuestion, stageReply } from './stage-asking.ts'
import { leaveAlone, renewalOf, stageCounts, stageNumber, stageRenewal, stageSeal } from './stage-seal-store.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type State } from './state.ts'

type Happened = (stage: Stage) => Promise<string>

const after =
  (happened: Happened, pathOf: (id: string) => string, form?: Record<string, string>): State['play'] =>
  async (stage) => ({ path: pathOf(await happened(stage)), ...(form && { form }) })

/** What citizens ask about records, and which are theirs. */
export const statesOfAsking = (): State[] => [
  plain('access/ask', '', { play: after(stageLook, (id) => `/access/${id}/dvla/question`) }),
  plain('access/ask-with-errors', '', {
    play: after(stageLook, (id) => `/access/${id}/dvla/question`, { kind: '', message: '' }),
    status: 400,
  }),
  plain('access/questions/none', '/access/questions'),
  plain('access/questions/list', '', { play: after(asked, () => '/access/questions') }),
  plain('access/questions/waits', '', { play: after(asked, thread) }),
  plain('access/questions/late', '', { play: after((stage) => stageQuestion(stage, {}, 50), thread) }),
  plain('access/questions/complaint', '', {
    play: after((stage) => stageQuestion(stage, { kind: 'complaint', urgent: false }), thread),
  }),
  plain('access/questions/answered', '', { play: after(answered, thread) }),
  plain('access/questions/verdict-with-errors', '', {
    play: after(answered, (id) => `${thread(id)}/verdict`, { explained: '' }),
    status: 400,
  }),
  plain('access/questions/escalation', '', { play: after(asked, (id) => `${thread(id)}/escalation`) }),
  plain('access/questions/papers', '', { play: after(answered, (id) => `${thread(id)}/papers`) }),
  plain('access/numbers', '/access/numbers'),
  plain('access/numbers/linked', '', {
    play: async (stage) => (await stageNumber(stage), { path: '/access/numbers' }),
  }),
  plain('access/numbers/with-errors', '', {
    play: () => ({ path: '/access/numbers', form: { type: 'nino', number: 'x' } }),
    status: 400,
  }),
  plain('access/figures', '/access/figures', {
    person: 'nobody',
    play: async (stage) => (await stageCounts(stage), { path: '/access/figures' }),
  }),
  ...statesOfAnswering(),
  ...statesOfSeals(),
]

const asked: Happened = (stage) => stageQuestion(stage)
const thread = (id: string) => `/access/questions/${id}`
const answered: Happened = async (stage) => {
  const id = await stageQuestion(stage)
  await stageReply(stage, id)
  return id
}

const ofBody = (name: string, happened: Happened, pathOf: (id: string) => string, more: Partial<State> = {}) =>
  forStaff(`agency/${name}`, '', 'dvla-officer', { play: after(happened, pathOf), ...more })

const cover = (id: string) => `/agency/questions/${id}`
const seal = (id: string) => `/agency/seals/${id}`

const statesOfAnswering = (): State[] => [
  forStaff('agency/questions/none', '/agency/questions', 'dvla-officer'),
  ofBody('questions/list', asked, () => '/agency/questions'),
  ofBody('questions/cover', asked, cover),
  ofBody('questions/opened', answered, cover, { play: after(answered, cover, {}) }),
  ofBody('questions/reply', asked, (id) => `${cover(id)}/reply`),
  ofBody('questions/reply-with-errors', asked, cover, {
    play: after(asked, (id) => `${cover(id)}/reply`, { kind: '', message: '' }),
    status: 400,
  }),
]

const statesOfSeals = (): State[] => [
  forStaff('agency/seals/none', '/agency/seals', 'dvla-officer'),
  ofBody('seals/list', stageSeal, () => '/agency/seals'),
  ofBody('seals/one', stageSeal, seal),
  ofBody('seals/with-errors', stageSeal, seal, {
    play: after(stageSeal, (id) => `${seal(id)}/renewals`, { 'until-day': '31', reason: '' }),
    status: 400,
  }),
  ofBody('seals/second-person', async (stage) => renewed(stage, 'dvla-admin'), seal),
  ofBody('seals/own', async (stage) => renewed(stage, 'dvla-officer'), seal),
  forStaff('operator/seals/none', '/operator/seals', 'operator-one'),
  forStaff('operator/seals/list', '', 'operator-one', {
    play: after(renewedWhereOneIsAlone, () => '/operator/seals'),
  }),
  forStaff('operator/seals/one', '', 'operator-one', { play: after(renewedWhereOneIsAlone, second) }),
  forStaff('operator/seals/one-with-errors', '', 'operator-one', {
    play: after(renewedWhereOneIsAlone, second, { decision: '' }),
    status: 400,
  }),
]

const second = (renewal: string) => `/operator/seals/${renewal}`

/** @returns the request's id. */
async function renewedWhereOneIsAlone(stage: Stage): Promise<string> {
  const record = await renewed(stage, 'dvla-officer')
  await leaveAlone(stage, findStaffPersona('dvla-officer')?.email ?? '')
  return renewalOf(stage, record)
}

async function renewed(stage: Stage, colleague: string): Promise<string> {
  const id = await stageSeal(stage)
  await stageRenewal(stage, id, findStaffPersona(colleague)?.email ?? '')
  return id
}
