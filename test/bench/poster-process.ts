// The floor: what is left of delivering when everything but signing, posting and waking is left out.
import { Agent } from 'undici'
import { tokenSigner, type EventToken } from '../../src/deliveries/event-token.ts'
import { listen } from '../../src/deliveries/listen-store.ts'
import { push } from '../../src/deliveries/push.ts'
import { openDatabase } from '../../src/shared/database.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { MOVE } from '../support/reports.ts'
import { answerParent, settingsOfChild, sharedNow } from './child.ts'

const { url, target, signingKeys } = settingsOfChild<{ url: string; target: string; signingKeys: SigningJwk[] }>()
const agent = new Agent({ connections: 64, pipelining: 1 })
const sign = tokenSigner(signingKeys)

const aToken = (): EventToken => ({
  ...{ issuer: 'https://tell-us-once.example', audience: 'dvla', jti: '019aa000-0000-7000-8000-000080000000' },
  ...{ transaction: 'cHNldWRvbnltb3VzLWlkLQ', person: 'cHNldWRvbnltb3VzLWlkLg' },
  event: 'https://tell-us-once.example/schemas/events/change-of-address/v1',
  facts: { names: MOVE['names'], new_address: MOVE['new_address'] },
  ...{ issuedAt: new Date(), happenedAt: new Date() },
})

const post = (path: string, token: string) =>
  push(agent, { url: target + path, authorization: undefined, token, traceparent: '00-0-0-01' })

await listen(openDatabase(url), { floor: () => void post('/floor', sign(aToken())) })

/** So many, 64 in flight, signed beforehand or each before it is sent. @returns how many a second. */
async function postMany({ number, signed }: { number: number; signed: 'before' | 'each' }): Promise<number> {
  const ready = sign(aToken())
  const begun = sharedNow()
  let left = number
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const result = await post('/raw', signed === 'each' ? sign(aToken()) : ready)
      if (result.kind !== 'accepted') throw new Error(`The receiver answered ${result.kind}`)
    }
  }
  await Promise.all(Array.from({ length: 64 }, lane))
  return (number * 1000) / (sharedNow() - begun)
}

answerParent({ post: postMany })
