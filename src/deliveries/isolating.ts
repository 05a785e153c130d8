import { KeyMissing, SealBroken } from '../vault/sealing.ts'

/**
 * Does a batch at once; when the data of one of it makes that fail, does each alone, so that one that cannot be done
 * does not keep the others from being done. `work` must be all or nothing.
 *
 * @throws what `work` throws for any other reason: a database that is away is no fault of a row.
 */
export async function isolating<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<Result[]>,
  failed: (item: Item, error: unknown) => Result,
): Promise<Result[]> {
  try {
    return await work(items)
  } catch (error) {
    if (!isAboutData(error)) throw error
    const [only, ...others] = items
    if (only !== undefined && others.length === 0) return [failed(only, error)]
    const results: Result[] = []
    for (const item of items) results.push(...(await isolating([item], work, failed)))
    return results
  }
}

/** A seal that does not open, one whose key we do not have, or PostgreSQL's classes 22 (data exception) and 23 (constraint violation). */
function isAboutData(error: unknown): boolean {
  if (error instanceof SealBroken || error instanceof KeyMissing) return true
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code)
}
