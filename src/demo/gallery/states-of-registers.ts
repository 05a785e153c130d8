import { listActivities } from '../../access-log/activities/activity-store.ts'
import { activityPath } from '../../access-log/activities/registered-activity.ts'
import { listAgreements } from '../../agreements/agreement-store.ts'
import { versionPath } from '../../agreements/agreement.ts'
import type { Stage } from './stage.ts'
import { stageAgreement } from './staged-agreement.ts'
import { stageRegister } from './staged-register.ts'
import { plain, type State } from './state.ts'

const open = (name: string, path: string, more: Partial<State> = {}) => plain(name, path, { person: 'nobody', ...more })

/** Who is told what, and what for: for anyone to read. */
export const statesOfRegisters = (): State[] => [
  ...['agencies', 'agreements', 'activities'].map((name) => open(name, `/${name}`)),
  open('activities/bulk-uses', '/activities/bulk-uses'),
  open('retention', '/retention'),
  open('agencies/one', '/agencies/dvla'),
  open('agencies/none-found', '/agencies?words=nobody'),
  open('agreements/none-found', '/agreements?words=nobody'),
  open('agreements/narrowed', '/agreements?agency=dvla&cluster=human-services&review=12'),
  open('agreements/one', '/agreements', {
    play: async (stage) => ({ path: `/agreements/${(await oneAgreement(stage)).id}` }),
  }),
  open('agreements/whole', '/agreements', { play: async (stage) => ({ path: await stageAgreement(stage) }) }),
  open('agreements/version', '/agreements', {
    play: async (stage) => ({ path: versionPath(await oneAgreement(stage)) }),
  }),
  open('agreements/published/nothing-yet', '/agreements/published'),
  ...['', '/1', '/2', '?words=nobody'].map((rest, index) =>
    open(`agreements/published/${['list', 'one', 'poor', 'none-found'][index]}`, '/agreements/published', {
      play: async (stage) => {
        await stageRegister(stage)
        return { path: `/agreements/published${rest}` }
      },
    }),
  ),
  open('activities/one', '/activities', {
    play: async (stage) => ({ path: activityPath(await oneActivity(stage)) }),
  }),
  open('activities/version', '/activities', {
    play: async (stage) => ({ path: (await oneActivity(stage)).path }),
  }),
]

/** A sealed one, if any: it has the most to say. */
async function oneActivity({ tx }: Stage) {
  const all = await listActivities(tx)
  const one = all.find(({ confidentiality }) => confidentiality === 'sealed') ?? all[0]
  if (!one) throw new Error('There is no activity yet: apply an agencies file first')
  return one
}

/** Whichever comes first in this database's register. */
async function oneAgreement({ tx }: Stage) {
  const [first] = await listAgreements(tx)
  if (!first) throw new Error('There is no agreement yet: apply an agencies file first')
  return first
}
