import type { Journey } from './journey/journey.ts'
import { remember } from './kept-store.ts'
import type { Owner } from './owner.ts'

/** What is said for the first time; what we held, or read from a verified document, is known from there. */
export async function rememberFor(owner: Owner, { event, given, known }: Journey, reportId: string): Promise<void> {
  if (!known.proved) return
  const numbers = Object.entries(event.numbers(given, known)).filter(
    ([name, value]) => known.numbers[name]?.value !== value,
  )
  await remember(owner, { reportId, numbers: Object.fromEntries(numbers), kept: event.keeps?.(given, known) ?? {} })
}
