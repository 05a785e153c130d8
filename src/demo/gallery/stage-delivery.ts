import { stageFanOut, stageReport } from './stage-report.ts'
import type { StagedDelivery } from './stage-store.ts'
import type { Stage } from './stage.ts'
import { forStaff, type State } from './state.ts'
import type { Explored } from './states-of-questions.ts'

export type Happened = (stage: Stage, delivery: StagedDelivery) => Promise<unknown>
export type Place = (delivery: StagedDelivery) => string

/** What staff of a body see of a delivery after this has happened to it. */
export type Look = (name: string, path: Place, happened: Happened, more?: Partial<Seen>) => State

interface Seen {
  staff: string
  form: Record<string, string>
  status: number
}

/** The page of one. */
export const one =
  (path: string, more = ''): Place =>
  ({ id }) =>
    `/agency/${path}/${id}${more}`

/** Pages of DVLA’s staff about what it is told of a report of this event. */
export const lookAfter =
  (explored: Explored): Look =>
  (name, path, happened, { staff = 'dvla-officer', form, status } = {}) => ({
    ...forStaff(`agency/${name}`, '/agency', staff),
    // Somebody must have reported it, too.
    person: 'proved',
    play: async (stage) => {
      const delivery = await staged(stage, explored, happened)
      return { path: path(delivery), ...(form && { form }) }
    },
    ...(status && { status }),
  })

async function staged(stage: Stage, explored: Explored, happened: Happened): Promise<StagedDelivery> {
  const report = await stageReport(stage, explored)
  const own = (await stageFanOut(stage, report)).find(({ agency_id }) => agency_id === AGENCY)
  if (!own)
    throw new Error(`${AGENCY} is told nothing of ${explored.event.type}: apply the sample agencies' file first`)
  await happened(stage, own)
  return own
}

const AGENCY = 'dvla'
