import { Worker } from 'node:worker_threads'
import type { Algorithm, SigningJwk } from '../vault/signing-keys.ts'
import { setSigner } from './sign-set.ts'

/** Claims, and what they are signed with. */
export interface ToSign {
  claims: object
  algorithm: Algorithm
}

export interface ManySigner {
  /** In the same order. */
  sign(all: readonly ToSign[]): Promise<string[]>
  stop(): Promise<void>
}

// Of fewer, handing them over costs more than signing them: some 100 µs, as much as two signatures.
const WORTH_A_THREAD = 8

interface Thread {
  worker: Worker
  /** It has loaded what it needs. */
  isReady: boolean
  waiting: Map<number, { resolve: (tokens: string[]) => void; reject: (error: Error) => void }>
}

/**
 * Signs batches on a thread of its own: a signature takes as long as everything else that this process does for a
 * delivery, and so runs beside it. What the thread cannot do, because it ended, is done here.
 */
export function manySigner(signingKeys: readonly SigningJwk[]): ManySigner {
  const here = setSigner(signingKeys)
  const signHere = (all: readonly ToSign[]) => all.map(({ claims, algorithm }) => here(claims, algorithm))
  let thread: Thread | undefined
  let asked = 0
  const begin = () => startThread(signingKeys, () => (thread = undefined))
  return {
    async sign(all) {
      if (all.length < WORTH_A_THREAD) return signHere(all)
      thread ??= begin()
      // Nothing waits for it to begin.
      if (!thread.isReady) return signHere(all)
      asked += 1
      return askThread(thread, asked, all).catch(() => signHere(all))
    },
    async stop() {
      await thread?.worker.terminate()
    },
  }
}

function startThread(signingKeys: readonly SigningJwk[], onEnd: () => void): Thread {
  const worker = new Worker(new URL('./sign-thread.ts', import.meta.url), { workerData: signingKeys })
  const thread: Thread = { worker, isReady: false, waiting: new Map() }
  const { waiting } = thread
  // It must not keep a process alive that has nothing else to do.
  worker.unref()
  worker.on('message', ({ number, tokens }: Signed) => {
    thread.isReady = true
    waiting.get(number)?.resolve(tokens)
    waiting.delete(number)
  })
  const end = (error: unknown) => {
    onEnd()
    for (const { reject } of waiting.values()) reject(new Error('The thread that signs has ended', { cause: error }))
    waiting.clear()
  }
  worker.on('error', end).on('exit', end)
  return thread
}

/** As the thread answers; the first time, before it is asked. */
export interface Signed {
  number: number
  tokens: string[]
}

/** As it is asked: claims as JSON, which is cheaper to hand over than objects. */
export interface AskedToSign {
  number: number
  all: [claims: string, algorithm: Algorithm][]
}

function askThread({ worker, waiting }: Thread, number: number, all: readonly ToSign[]): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>()
  waiting.set(number, { resolve, reject })
  const asked: AskedToSign = { number, all: all.map(({ claims, algorithm }) => [JSON.stringify(claims), algorithm]) }
  worker.postMessage(asked)
  return promise
}
