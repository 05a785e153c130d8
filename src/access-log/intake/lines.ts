import { NOT_JSON } from './submission.ts'

/** A value for each line of NDJSON that is not blank; what cannot be read is refused by itself, and the rest goes on. */
export const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(valueOf)

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return NOT_JSON
  }
}
