// Signs what it is handed, on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import type { SigningJwk } from '../vault/signing-keys.ts'
import type { AskedToSign, Signed } from './sign-many.ts'
import { jsonSigner } from './sign-set.ts'

const sign = jsonSigner(workerData as SigningJwk[])

const answer = (signed: Signed) => parentPort?.postMessage(signed)

parentPort?.on('message', ({ number, all }: AskedToSign) => {
  answer({ number, tokens: all.map(([claims, algorithm]) => sign(claims, algorithm)) })
})

answer({ number: 0, tokens: [] })
