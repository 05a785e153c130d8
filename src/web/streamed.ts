import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, Response } from 'express'

/**
 * Sends what is made piece by piece. The next piece is made when the reader has taken the one before, so that a long
 * list and a slow reader take no more memory than a piece or two; nothing more is made for one who has gone.
 *
 * A failure before the first piece is an ordinary one. After it the connection breaks off: a part must not pass for the
 * whole.
 */
export async function sendStreamed(
  req: Pick<IncomingMessage, 'method'>,
  res: ServerResponse,
  pieces: AsyncIterable<string>,
): Promise<void> {
  if (req.method === 'HEAD') return void res.end()
  const gone = once(res, 'close').catch(() => undefined)
  try {
    for await (const piece of pieces) {
      if (res.destroyed) return
      if (!res.write(piece)) await Promise.race([once(res, 'drain'), gone])
    }
    res.end()
  } catch (error) {
    if (res.headersSent) res.destroy()
    throw error
  }
}

/** `{"name":[…]}`, an item a line. */
export async function* jsonList<Item>(name: string, batches: AsyncIterable<readonly Item[]>): AsyncGenerator<string> {
  let before = `{${JSON.stringify(name)}:[\n`
  for await (const batch of batches) {
    if (batch.length === 0) continue
    yield before + batch.map((item) => JSON.stringify(item)).join(',\n')
    before = ',\n'
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
}

/** A heading, then the lines of each batch. */
export async function* csvLines<Item>(
  heading: string,
  batches: AsyncIterable<readonly Item[]>,
  linesOf: (batch: readonly Item[]) => string,
): AsyncGenerator<string> {
  yield heading
  for await (const batch of batches) yield linesOf(batch)
}

/** Whether the reader has this very list already; then it is answered. */
export function isFresh(req: Request, res: Response, stamp: string): boolean {
  res.setHeader('ETag', `W/"${stamp}"`)
  if (!req.fresh) return false
  res.status(304).end()
  return true
}

/** Each batch with its items as somebody else reads them. */
export async function* batchesAs<Item, Other>(
  batches: AsyncIterable<readonly Item[]>,
  as: (item: Item) => Other,
): AsyncGenerator<Other[]> {
  for await (const batch of batches) yield batch.map(as)
}
