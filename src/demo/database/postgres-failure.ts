import { SET_DATABASE_URL } from './postgres-program.ts'

/** One plain sentence for the person at the terminal, from what the server or initdb said before it gave up. */
export function explainFailure(output: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(output))
  const said = /(?:FATAL|PANIC|error): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1)
  const reason =
    known?.[1] ?? `it said "${said || 'nothing'}"; if its log in DATA_DIR does not help, ${SET_DATABASE_URL}`
  return `The embedded PostgreSQL could not start: ${reason}.`
}

const KNOWN: [RegExp, string][] = [
  [/No space left on device|Disk quota exceeded/i, 'the disk is full; make room and start again'],
  [/Read-only file system/i, 'its folder is read-only; set DATA_DIR to a folder that can be written'],
  [
    /could not (create|map|open) .*shared memory|could not create semaphores/i,
    'the machine grants it too little shared memory; end other PostgreSQL servers, or give the container more (--shm-size)',
  ],
  [/Cannot allocate memory|out of memory/i, 'the machine has too little free memory'],
]
