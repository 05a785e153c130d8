import type { Dispatcher } from 'undici'

/** What came of a body until it was too much, broke off or took too long: text for us to judge, never to trust. */
export async function readAtMost(body: Dispatcher.ResponseData['body'], bytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > bytes) break
      chunks.push(chunk)
    }
  } catch {
    // Cut off: judged by what has come.
  }
  return Buffer.concat(chunks).toString('utf8')
}
