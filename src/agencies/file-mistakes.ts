import { z } from 'zod'
import { didYouMean } from './did-you-mean.ts'

/** Where in the file: keys and places in lists, from the top. */
export type Path = readonly (string | number)[]

/** One thing to put right in the file, in words for the person who keeps it. */
export interface Mistake {
  path: Path
  problem: string
}

export type Reading<Value> = { value: Value } | { mistakes: Mistake[] }

/** The value with its defaults filled in, or every mistake in it. */
export function readEntry<Value>(schema: z.ZodType<Value>, value: unknown): Reading<Value> {
  const parsed = schema.safeParse(value, { error: inWords })
  return parsed.success ? { value: parsed.data } : { mistakes: parsed.error.issues.flatMap(mistakesIn) }
}

/** `agencies[2].agreements[0].power` */
export const placeOf = (path: Path) =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')

const kinds: Record<string, string> = {
  string: 'must be text in quotes',
  array: 'must be a list in square brackets',
  object: 'must be an entry in braces',
  record: 'must be an entry in braces',
  boolean: 'must be true or false',
  number: 'must be a number',
  int: 'must be a whole number',
}

/** zod's issues in our words. The value itself is quoted only where it is one of a few known words. */
function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : (kinds[issue.expected] ?? `must be ${issue.expected}`)
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    const written = typeof issue.input === 'string' ? issue.input : ''
    const choice = `must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`
    return issue.input === undefined ? `is missing: it ${choice}` : `${choice}${didYouMean(written, known)}`
  }
  if (issue.code === 'unrecognized_keys') {
    const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : []
    return issue.keys.map((key) => `is not a key that belongs here${didYouMean(key, known)}`).join('\n')
  }
  return 'is not right'
}

function mistakesIn(issue: z.core.$ZodIssue): Mistake[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code !== 'unrecognized_keys') return [{ path, problem: issue.message }]
  const problems = issue.message.split('\n')
  return issue.keys.map((key, index) => ({ path: [...path, key], problem: problems[index] ?? '' }))
}
