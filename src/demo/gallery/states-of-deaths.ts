import { storeIdentity } from '../../identity/account-store.ts'
import { paths } from '../../reports/paths.ts'
import { stageDraft, stageIdentity, setStage, type Stage } from './stage.ts'
import { acknowledged, stageFanOut, stageReport } from './stage-report.ts'
import { plain, type State } from './state.ts'
import type { Explored } from './states-of-questions.ts'

/** Where a death is begun to be reported, and what somebody finds who has been reported as dead. */
export function statesOfDeaths(explored: readonly Explored[]): State[] {
  const death = explored.find(({ event }) => 'about' in event)
  const living = explored.find(({ event }) => event !== death?.event)
  const about = { path: '/reported-as-dead/report' }
  return [
    plain('report-a-death', '/report-a-death', { person: 'nobody' }),
    plain('reported-as-dead', '/reported-as-dead', { person: 'nobody' }),
    plain('reported-as-dead/nothing', about.path),
    ...(death ? [plain('reported-as-dead/found', about.path, { play: (stage) => reported(stage, death, about) })] : []),
    ...(death ? joined(death) : []),
    plain('this-is-wrong', '/this-is-wrong', { person: 'nobody' }),
    ...(living ? [plain('this-is-wrong/of-your-own', '/this-is-wrong', { play: (stage) => told(stage, living) })] : []),
  ]
}

/** Somebody else, of whom nothing was proved, reports the person on the stage, by name, birth date and postcode. */
async function reported({ tx, parts, person, now }: Stage, { ways, ...death }: Explored, about: { path: string }) {
  const [address] = stageIdentity.addresses
  const identity = { ...stageIdentity, addresses: [{ ...address, postalCode: 'LS6 3AA' }] }
  await storeIdentity(tx, parts.vault, person.accountId, { identity, at: now })
  const { names, birthDate } = identity
  const answers = Object.entries(ways.whole).map(([name, answer]) => {
    const isRecord = typeof answer === 'object' && answer !== null && 'deathDate' in answer
    return [name, isRecord ? { ...answer, names: names.map(({ nameParts }) => ({ nameParts })), birthDate } : answer]
  })
  const other = await setStage(tx, parts, false)
  await stageReport(other, { ...death, ways: { ...ways, whole: Object.fromEntries(answers) as typeof ways.whole } })
  return about
}

/** Somebody else has reported the same death: before it is sent again, and how far the bodies are that the first one told. */
function joined(death: Explored): State[] {
  const { event, ways } = death
  const earlier = async ({ tx, parts }: Stage) => {
    const other = await setStage(tx, parts, false)
    const [first] = await stageFanOut(other, await stageReport(other, death))
    if (first) await acknowledged(other, first)
  }
  const state = (name: string, play: State['play']): State => ({ name, person: 'signed-in', play })
  return [
    state(`report/${event.type}/already-reported/who-will-be-told`, async (stage) => {
      await earlier(stage)
      await stageDraft(stage, event, ways.whole, true)
      return { path: paths.whoWillBeTold(event.type) }
    }),
    state('reports/joined', async (stage) => {
      await earlier(stage)
      return { path: paths.progress((await stageReport(stage, death)).reference) }
    }),
  ]
}

async function told(stage: Stage, living: Explored) {
  await stageReport(stage, living)
  return { path: '/this-is-wrong' }
}
