import { listAgreements } from '../../agreements/agreement-store.ts'
import { addConcern } from '../../agreements/concerns/concern-store.ts'
import {
  addStatement,
  answerFinding,
  closeMediation,
  findMediation,
  openMediation,
} from '../../agreements/concerns/mediation-store.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { inContext } from '../../shared/database.ts'
import { say } from '../../oversight/asked-twice/asked-twice-store.ts'
import { saidBy } from '../../oversight/asked-twice/said-by.ts'
import { daysAgo, type Stage } from './stage.ts'
import { forStaff, plain, type Asked, type State } from './state.ts'

/** What people say is wrong with an agreement or was asked for twice, and what comes of both. */
export const statesOfConcerns = (): State[] => [...statesForAnyone(), ...statesForMediators(), ...statesOfAskedTwice()]

const REGULATOR = 'information-commission'

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

const statesOfAskedTwice = (): State[] => [
  plain('asked-twice/none', '/asked-twice', { person: 'nobody' }),
  plain('asked-twice', '/asked-twice', {
    person: 'nobody',
    play: async (stage) => {
      await wordsOf(stage, ['1', '2', '3', '4', '5', '6'])
      return { path: '/asked-twice' }
    },
  }),
  plain('asked-twice/new', '/asked-twice/new'),
  plain('asked-twice/new-with-errors', '/asked-twice/new', {
    play: () => ({ path: '/asked-twice/new', form: { asker: 'hmrc', fact: '', holder: 'hmrc' } }),
    status: 400,
  }),
  plain('asked-twice/yours/none', '/asked-twice/yours'),
  plain('asked-twice/yours', '/asked-twice/yours', {
    play: async (stage) => {
      await wordsOf(stage, [stage.person.accountId])
      return { path: '/asked-twice/yours' }
    },
  }),
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

async function agreementOf({ tx }: Stage) {
  const found = (await listAgreements(tx)).find(({ agencyId }) => agencyId === 'dvla')
  if (!found) throw new Error('DVLA has no agreement yet: apply an agencies file first')
  return found
}

const concernsPath = async (stage: Stage) => `/agreements/${(await agreementOf(stage)).id}/concerns`

const newPath = async (stage: Stage) => `/agency/concerns/new/${(await agreementOf(stage)).id}`

async function aConcern(stage: Stage): Promise<void> {
  const { id: agreementId } = await agreementOf(stage)
  const concern = { agreementId, raiser: Buffer.from('somebody'), words: 'Why do they need my old address?' }
  await addConcern(stage.tx, stage.parts.vault, { ...concern, category: 'too-much' }, stage.now)
}

async function aMediation(stage: Stage): Promise<string> {
  await aConcern(stage)
  const { id: agreementId, agencyId } = await agreementOf(stage)
  const about = { agreementId, agencyId, openedBy: 'public' as const, advocateId: null, people: 5 }
  const id = await openMediation(stage.tx, about, daysAgo(stage, 40))
  const words = { en: 'We need the old address to find the right driver.' }
  await addStatement(stage.tx, id, { side: 'body', agencyId, words, at: daysAgo(stage, 35) })
  const forPeople = { en: 'People ask why a driver number is not enough.' }
  await addStatement(stage.tx, id, { side: 'concerned', agencyId: null, words: forPeople, at: daysAgo(stage, 34) })
  return `/agency/concerns/${id}`
}

/** By a day that is over, so that it can be settled in any way. */
async function aFinding(stage: Stage, { answered = false } = {}): Promise<string> {
  const path = await aMediation(stage)
  const [id, at] = [path.split('/').at(-1) ?? '', daysAgo(stage, 30)]
  const words = { en: 'The old address is asked for where the driver number would do.' }
  const improveBy = addDays(ukToday(at), 20)
  const closed = { outcome: 'finding' as const, words, improveBy }
  await inContext(stage.tx, { agency: REGULATOR }, (tx) => closeMediation(tx, id, closed, at))
  const finding = (await findMediation(stage.tx, id))?.finding
  if (answered && finding) {
    const improved = { en: 'We ask for it only where there is no driver number.' }
    await inContext(stage.tx, { agency: 'dvla' }, (tx) => answerFinding(tx, finding.id, improved, stage.now))
  }
  return path
}

/** These people say that HMRC asked them for the address that DVLA has. */
async function wordsOf({ tx, parts, now }: Stage, accounts: readonly string[]): Promise<void> {
  const about = { askerId: 'hmrc', fact: 'address' }
  for (const account of accounts) {
    const said = { ...about, holderId: 'dvla', saidOn: ukToday(now) }
    await say(tx, { ...said, saidBy: saidBy(parts.vault, account, about) })
  }
}
