// Signs what it is handed, on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import type { Algorithm, SigningJwk } from '../vault/signing-keys.ts'
import type { AskedToSign, Signed } from './sign-many.ts'
import { jsonSigner } from './sign-set.ts'

const sign = jsonSigner(workerData as SigningJwk[])

const answer = (signed: Signed) => parentPort?.postMessage(signed)

parentPort?.on('message', ({ number, lines }: AskedToSign) => {
  answer({ number, tokens: lines.split('\n').map(signLine).join('\n') })
})

function signLine(line: string): string {
  const space = line.indexOf(' ')
  return sign(line.slice(space + 1), line.slice(0, space) as Algorithm)
}

answer({ number: 0, tokens: '' })
