import { listAgreements } from '../../agreements/agreement-store.ts'
import { addConcern } from '../../agreements/concerns/concern-store.ts'
import { answerFinding, closeMediation } from '../../agreements/concerns/finding-store.ts'
import { addStatement, findMediation, openMediation } from '../../agreements/concerns/mediation-store.ts'
import { inContext } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { daysAgo, type Stage } from './stage.ts'

const REGULATOR = 'information-commission'

async function agreementOf({ tx }: Stage) {
  const found = (await listAgreements(tx)).find(({ agencyId }) => agencyId === 'dvla')
  if (!found) throw new Error('DVLA has no agreement yet: apply an agencies file first')
  return found
}

export const concernsPath = async (stage: Stage) => `/agreements/${(await agreementOf(stage)).id}/concerns`

export const newPath = async (stage: Stage) => `/agency/concerns/new/${(await agreementOf(stage)).id}`

export async function aConcern(stage: Stage): Promise<void> {
  const { id: agreementId } = await agreementOf(stage)
  const concern = { agreementId, raiser: Buffer.from('somebody'), words: 'Why do they need my old address?' }
  await addConcern(stage.tx, stage.parts.vault, { ...concern, category: 'too-much' }, stage.now)
}

export async function aMediation(stage: Stage): Promise<string> {
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
export async function aFinding(stage: Stage, { answered = false } = {}): Promise<string> {
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
