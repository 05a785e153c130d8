import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process beside the benchmark's own that answers what it is asked. */
export interface Child {
  pid: number
  ask<Answer>(question: object): Promise<Answer>
  /** What it says of itself, unasked. */
  onNews(heard: (news: unknown) => void): void
  /** Stands still until it goes on, and takes nothing of the machine meanwhile. */
  standStill(): void
  goOn(): void
  end(): Promise<void>
}

interface Message {
  answer?: number
  value?: unknown
  news?: unknown
}

/** Starts a script of this folder, with these flags of Node's, and waits until it is ready. */
export async function startChild(script: string, settings: object, execArgv: string[] = []): Promise<Child> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child: ChildProcess = fork(path, [JSON.stringify(settings)], { execArgv })
  const waiting = new Map<number, (value: unknown) => void>()
  let heard: (news: unknown) => void = () => undefined
  let asked = 0
  child.on('message', ({ answer, value, news }: Message) => {
    if (answer === undefined) return heard(news)
    waiting.get(answer)?.(value)
    waiting.delete(answer)
  })
  const ended = once(child, 'exit')
  const gone = ended.then(() => Promise.reject(new Error(`${script} has ended`)))
  gone.catch(() => undefined)
  const ask = <Answer>(question: object) => {
    const answered = new Promise<Answer>((resolve) => {
      asked += 1
      waiting.set(asked, (value) => resolve(value as Answer))
      // What has ended meanwhile is said by `gone`.
      child.send({ asked, ...question }, () => undefined)
    })
    return Promise.race([answered, gone])
  }
  await ask({ kind: 'ready?' })
  return {
    ask,
    pid: child.pid ?? 0,
    onNews: (listener) => (heard = listener),
    standStill: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async end() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** In the child: answers each question by its kind. */
export function answerParent(answers: Record<string, (question: never) => unknown>): void {
  // However the benchmark ends, nothing of it lives on.
  process.on('disconnect', () => process.exit())
  process.on('message', (question: { asked: number; kind: string }) => {
    const answered = question.kind === 'ready?' ? true : answers[question.kind]?.(question as never)
    void Promise.resolve(answered).then((value) => process.send?.({ answer: question.asked, value }))
  })
}

export const tellParent = (news: unknown) => process.send?.({ news })

export const settingsOfChild = <Settings>() => JSON.parse(process.argv[2] ?? '{}') as Settings

/** Milliseconds by a clock that all processes of a machine share and that never jumps. */
export const sharedNow = () => Number(process.hrtime.bigint()) / 1e6
