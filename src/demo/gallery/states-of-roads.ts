import { v7 as uuidv7 } from 'uuid'
import { presume } from '../../agreements/proposals/approved-proposal-store.ts'
import { presumedFrom } from '../../agreements/proposals/proposal.ts'
import { addProposal } from '../../agreements/proposals/proposal-store.ts'
import { askOnceTerms } from '../../agreements/roads/ask-once.ts'
import { fileAskOnce } from '../../agreements/roads/ask-once-store.ts'
import { findFact } from '../../agreements/roads/fact.ts'
import { openAskOnceRequest } from '../../agreements/roads/open-ask-once.ts'
import { agreementFrom } from '../../agreements/agreement-entry.ts'
import { agree } from '../../agreements/agreement-store.ts'
import { inContext } from '../../shared/database.ts'
import { stageColleague } from './stage-colleague.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type Asked, type State } from './state.ts'

const RELY = '/agency/agreements/rely'
const ONCE = '/agency/requests/ask-once'
const RELIED_ON = 'leeds-city-council-address'
const TERMS = { purpose: { en: 'Keep the register of drivers right', cy: 'Cadw’r gofrestr gyrwyr yn gywir' } }
const POWER = 'Road Traffic Act 1988, section 99'

/** How a body relies on others' decisions, objects to a presumption, and asks another one rather than a citizen. */
export const statesOfRoads = (): State[] => [
  admin('agency/rely', () => ({ path: `${RELY}?kind=any` })),
  admin('agency/rely/none', () => ({ path: `${RELY}?kind=any&after=zzz` })),
  admin('agency/rely/one', () => ({ path: `${RELY}/${RELIED_ON}` })),
  admin('agency/rely/one-with-errors', () => ({ path: `${RELY}/${RELIED_ON}`, form: {} }), 400),
  admin('agency/cluster/none', () => ({ path: '/agency/cluster' })),
  admin('agency/cluster', async (stage) => (await aPresumedRequest(stage), { path: '/agency/cluster' })),
  admin('agency/cluster/one', async (stage) => ({ path: await aPresumedRequest(stage) })),
  admin('agency/cluster/one-with-errors', async (stage) => ({ path: await aPresumedRequest(stage), form: {} }), 400),
  admin('agency/ask-once/none', () => ({ path: ONCE })),
  admin('agency/ask-once', async (stage) => (await requests(stage), { path: ONCE })),
  admin('agency/ask-once/new', () => ({ path: `${ONCE}/new` })),
  admin('agency/ask-once/new-with-errors', () => ({ path: `${ONCE}/new`, form: {} }), 400),
  admin('agency/ask-once/opened', opened),
  plain('not-asked-again/none', '/not-asked-again', { person: 'nobody' }),
  plain('not-asked-again', '/not-asked-again', { person: 'nobody', play: shared }),
]

const admin = (name: string, play: (stage: Stage) => Promise<Asked> | Asked, status?: number): State =>
  forStaff(name, '', 'dvla-admin', { play, ...(status !== undefined && { status }) })

/** Of HMRC, about what DVLA holds. */
async function aPresumedRequest({ tx, now }: Stage): Promise<string> {
  const { id: proposedBy } = await stageColleague(tx, 'hmrc-admin')
  const terms = {
    ...askOnceTerms({ askerId: 'hmrc', holderId: 'dvla', fact: fact('address') }),
    ...TERMS,
    power: POWER,
  }
  const proposal = { agencyId: 'hmrc', agreementId: terms.id, terms, baseVersion: null, proposedBy }
  const id = await addProposal(tx, proposal, now)
  if (id === undefined) throw new Error('A proposal is open already')
  await presume(tx, id, null, presumedFrom(now))
  return `/agency/cluster/${id}`
}

async function requests(stage: Stage): Promise<void> {
  await file(stage, 'dvla', 'hmrc')
  await file(stage, 'hmrc', 'dvla')
  await openAskOnceRequest(stage.tx, { askerId: 'dvla', holderId: 'hmrc', fact: 'address' }, stage.now)
}

async function file({ tx, now }: Stage, askerId: 'dvla' | 'hmrc', holderId: string): Promise<void> {
  const { id: by } = await stageColleague(tx, `${askerId}-admin`)
  const given = { ...TERMS, power: POWER }
  const terms = askOnceTerms({ askerId, holderId, fact: fact('employer') }, given)
  const filed = { id: uuidv7(), holderId, terms, by, questions: 6, minutes: 20 }
  await inContext(tx, { agency: askerId }, (inner) => fileAskOnce(inner, filed, now))
}

async function opened({ tx, now }: Stage): Promise<Asked> {
  const id = await openAskOnceRequest(tx, { askerId: 'dvla', holderId: 'hmrc', fact: 'address' }, now)
  return { path: `${ONCE}/opened/${id ?? ''}` }
}

async function shared({ tx, now }: Stage): Promise<Asked> {
  const terms = askOnceTerms({ askerId: 'dvla', holderId: 'hmrc', fact: fact('name') }, { ...TERMS, power: POWER })
  await agree(tx, agreementFrom(terms, 'dvla', 1), now)
  return { path: '/not-asked-again' }
}

function fact(id: string) {
  const found = findFact(id)
  if (!found) throw new Error(`Nobody asks for ${id}`)
  return found
}
