import { aConcern, aFinding, aMediation, concernsPath, newPath } from './stage-mediation.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type Asked, type State } from './state.ts'

/** What people say is wrong with an agreement, and what comes of it. */
export const statesOfConcerns = (): State[] => [...statesForAnyone(), ...statesForMediators()]

const statesForAnyone = (): State[] => [
  open('agreements/concerns/none', (stage) => concernsPath(stage)),
  open('agreements/concerns/settled', async (stage) => {
    await aConcern(stage)
    await aFinding(stage, { answered: true })
    return concernsPath(stage)
  }),
  open('agreements/concerns/new', async (stage) => `${await concernsPath(stage)}/new`),
  open('agreements/concerns/new-with-errors', async (stage) => `${await concernsPath(stage)}/new`, { category: '' }),
  open('agreements/concerns/sent', async (stage) => `${await concernsPath(stage)}/sent`),
]

const statesForMediators = (): State[] => [
  seen('agency/concerns/none', 'dvla-officer', () => '/agency/concerns'),
  seen('agency/concerns', 'advocate-officer', async (stage) => {
    await aMediation(stage)
    return '/agency/concerns'
  }),
  seen('agency/concerns/new', 'advocate-officer', newPath),
  seen('agency/concerns/new-with-errors', 'advocate-officer', newPath, { category: '', words: '' }),
  seen('agency/concerns/statement', 'dvla-officer', (stage) => aMediation(stage)),
  seen('agency/concerns/viewer', 'dvla-viewer', (stage) => aMediation(stage)),
  seen('agency/concerns/outcome', 'regulator-officer', (stage) => aMediation(stage)),
  seen('agency/concerns/outcome-with-errors', 'regulator-officer', (stage) => aMediation(stage), {
    ...{ act: 'outcome', outcome: 'finding', words: '' },
  }),
  seen('agency/concerns/improvement', 'dvla-officer', (stage) => aFinding(stage)),
  seen('agency/concerns/settlement', 'regulator-officer', (stage) => aFinding(stage, { answered: true })),
  seen('agency/concerns/settlement-with-errors', 'regulator-officer', (stage) => aFinding(stage), {
    act: 'settlement',
  }),
  seen('operator/concerns', 'operator-one', async (stage) => {
    await aMediation(stage)
    return '/operator/concerns'
  }),
  seen('operator/concerns/one', 'operator-one', async (stage) =>
    (await aMediation(stage)).replace('agency', 'operator'),
  ),
]

type Place = (stage: Stage) => Promise<string> | string

const open = (name: string, place: Place, form?: Asked['form']): State =>
  plain(name, '', {
    person: 'nobody',
    play: async (stage) => ({ path: await place(stage), ...(form && { form }) }),
    ...(form && { status: 400 }),
  })

const seen = (name: string, staff: string, place: Place, form?: Asked['form']): State =>
  forStaff(name, '', staff, {
    play: async (stage) => ({ path: await place(stage), ...(form && { form }) }),
    ...(form && { status: 400 }),
  })
