import { Worker } from 'node:worker_threads'
import { SECOND } from '../shared/clock.ts'
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

// Megabytes for what is new: of 64, as V8 takes for each thread, nothing but a batch's claims is ever in use.
const YOUNG = 8
// One that cannot work is not begun again with every batch.
const REST = 10 * SECOND

interface Thread {
  worker: Worker
  /** It has loaded what it needs. */
  isReady: boolean
  waiting: Map<number, { resolve: (tokens: string[]) => void; reject: (error: Error) => void }>
}

/**
 * Signs batches on a thread of its own: a signature takes as long as everything else that this process does for a
 * delivery, and so runs beside it. What the thread cannot do, because it ended, is done here.
 *
 * @param onFailure told when the thread ended by itself; another is begun after a while
 */
export function manySigner(signingKeys: readonly SigningJwk[], onFailure: (error: unknown) => void): ManySigner {
  const here = setSigner(signingKeys)
  const signHere = (all: readonly ToSign[]) => all.map(({ claims, algorithm }) => here(claims, algorithm))
  let thread: Thread | undefined
  let restsUntil = 0
  let stopped = false
  let asked = 0
  const ended = (error: unknown) => {
    thread = undefined
    restsUntil = performance.now() + REST
    if (!stopped) onFailure(error)
  }
  const begin = () => {
    try {
      return startThread(signingKeys, ended)
    } catch (error) {
      ended(error)
      return undefined
    }
  }
  return {
    async sign(all) {
      if (!stopped && performance.now() >= restsUntil) thread ??= begin()
      // Nothing waits for it to begin.
      if (!thread?.isReady) return signHere(all)
      asked += 1
      return askThread(thread, asked, all).catch(() => signHere(all))
    },
    async stop() {
      stopped = true
      await thread?.worker.terminate()
    },
  }
}

function startThread(signingKeys: readonly SigningJwk[], onEnd: (error: unknown) => void): Thread {
  const settings = { workerData: signingKeys, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }
  const worker = new Worker(new URL('./sign-thread.ts', import.meta.url), settings)
  const thread: Thread = { worker, isReady: false, waiting: new Map() }
  const { waiting } = thread
  // It must not keep a process alive that has nothing else to do.
  worker.unref()
  worker.on('message', ({ number, tokens }: Signed) => {
    thread.isReady = true
    waiting.get(number)?.resolve(tokens.split('\n'))
    waiting.delete(number)
  })
  let failure: unknown
  worker.on('error', (error) => {
    failure = error
  })
  // Comes after the error, if there is one.
  worker.on('exit', (code) => {
    const ended = new Error(`The thread that signs has ended with ${code}`, { cause: failure })
    onEnd(ended)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  })
  return thread
}

/** As the thread answers; the first time, before it is asked. */
export interface Signed {
  number: number
  /** One a line. */
  tokens: string
}

/** As it is asked: one text is cheaper to hand over than many, and these are cheaper than objects. */
export interface AskedToSign {
  number: number
  /** Lines of the algorithm, a space and claims as JSON. */
  lines: string
}

function askThread({ worker, waiting }: Thread, number: number, all: readonly ToSign[]): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>()
  waiting.set(number, { resolve, reject })
  const lines = all.map(({ claims, algorithm }) => `${algorithm} ${JSON.stringify(claims)}`).join('\n')
  worker.postMessage({ number, lines } satisfies AskedToSign)
  return promise
}
