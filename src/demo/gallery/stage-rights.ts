import { listAgreements } from '../../agreements/agreement-store.ts'
import type { RightKind, RightsRequest } from '../../oversight/rights/right.ts'
import { findRequest, requestsOfCitizen } from '../../oversight/rights/request-store.ts'
import { sendRequests, type Addressed } from '../../oversight/rights/send.ts'
import { addToThread, type Said } from '../../oversight/rights/thread.ts'
import { stageLook } from './stage-asking.ts'
import { asStagePerson, type Stage } from './stage.ts'

/** The driving agency has used their data, and they ask it for something. @returns the request's id */
export async function stageRight(stage: Stage, kind: RightKind = 'correct', daysAgo = 0): Promise<string> {
  await stageLook(stage)
  const now = new Date(stage.now.getTime() - daysAgo * 86_400_000)
  const to = [kind === 'object' ? await anOptionalAgreement(stage) : { agencyId: 'dvla' }]
  const words = kind === 'correct' ? aCorrection : { message: 'I do not drive any more.' }
  const wanted = { kind, to, words, named: stage.person.proved }
  const { vault } = stage.parts
  return asStagePerson(stage, async ({ tx, person }) => {
    await sendRequests({ tx, vault, person, now }, wanted, 'en')
    const [request] = await requestsOfCitizen(tx, person.accountId, 1)
    return request?.id ?? ''
  })
}

const aCorrection = { wrong: 'My licence says 3 Otley Road.', right: 'It is number 13.' }

async function anOptionalAgreement({ tx }: Stage): Promise<Addressed> {
  const agreement = (await listAgreements(tx)).find(({ choice }) => choice === 'optional')
  if (!agreement) throw new Error('There is no optional agreement yet: apply an agencies file first')
  const { id: agreementId, agencyId } = agreement
  return { agencyId, about: `agreements/${agreementId}`, agreementId }
}

export async function stageAnswer(stage: Stage, id: string, said: Partial<Said>): Promise<void> {
  const request: RightsRequest | undefined = await findRequest(stage.tx, id)
  if (!request) throw new Error('Nobody asked')
  const answer = {
    kind: 'done',
    madeBy: 'body',
    words: { message: 'Your licence says 13 by now.' },
    at: stage.now,
  } as const
  await addToThread(stage.tx, stage.parts.vault, request, { ...answer, ...said }, { tell: false })
}
