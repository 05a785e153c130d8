import { v7 as uuidv7 } from 'uuid'
import { recordLooks } from '../../access-log/record.ts'
import { findEntry } from '../../access-log/access-entry-store.ts'
import { ask, type Asked } from '../../access-log/questions/ask.ts'
import { findQuestion } from '../../access-log/questions/question-store.ts'
import { addToThread, type Said } from '../../access-log/questions/thread.ts'
import { PURPOSE } from '../../agreements/agreement.ts'
import { listAgreements } from '../../agreements/agreement-store.ts'
import { asStagePerson, type Stage } from './stage.ts'

/** Somebody at the driving agency looked at this person's data. @returns the record's id */
export async function stageLook({ tx, person, now }: Stage): Promise<string> {
  const agreement = (await listAgreements(tx)).find(({ agencyId }) => agencyId === 'dvla')
  const [subjectRef] = person.subjects
  if (!agreement || !subjectRef) throw new Error('There is no agreement of dvla yet: apply an agencies file first')
  const recordId = uuidv7()
  await recordLooks(tx, [
    {
      ...{ recordId, subjectRef, agencyId: 'dvla', agreementId: agreement.id, registeredAt: now, reportId: uuidv7() },
      activityId: `https://tell-us-once.example/agreements/${agreement.id}/versions/${agreement.version}`,
      ...{ purpose: PURPOSE, legalBasis: agreement.legalBasis, power: agreement.power, dataCategories: ['name'] },
      ...{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'look at a licence' },
      actor: { kind: 'officer', role: 'officer' },
    },
  ])
  return recordId
}

export const aQuestion: Asked = {
  kind: 'explain',
  urgent: true,
  message: 'Why did you look at my data?\nI did not ask.',
}

/** They asked about it. @returns the question's id */
export async function stageQuestion(stage: Stage, asked: Partial<Asked> = {}, daysAgo = 0): Promise<string> {
  const id = await stageLook(stage)
  const now = new Date(stage.now.getTime() - daysAgo * 86_400_000)
  const { vault } = stage.parts
  return asStagePerson(stage, async ({ tx, person }) => {
    const entry = await findEntry(tx, person.subjects, id, 'dvla')
    if (!entry) throw new Error('Nobody looked')
    return ask({ tx, vault, person, now }, entry, { ...aQuestion, ...asked })
  })
}

export async function stageReply(stage: Stage, id: string, said: Partial<Said> = {}): Promise<void> {
  const question = await findQuestion(stage.tx, id)
  if (!question) throw new Error('Nobody asked')
  const answer = {
    kind: 'answered',
    madeBy: 'body',
    message: 'You renewed your licence on that day.',
    at: stage.now,
  } as const
  await addToThread(stage.tx, stage.parts.vault, question, { ...answer, ...said }, { tell: false })
}
