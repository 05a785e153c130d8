import { once, on } from 'node:events'
import type { ChildProcess } from 'node:child_process'

/**
 * What a child process answers to the settings it was sent, in a message of the form `{ answer }`. Other messages are
 * not ours: under `node --watch` a child also reports every file it loads.
 */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer | { error: string }> {
  for await (const [message] of on(child, 'message', { close: ['exit', 'error'] }) as AsyncIterable<unknown[]>) {
    if (typeof message === 'object' && message !== null && 'answer' in message) return message.answer as Answer
  }
  return { error: 'its process ended' }
}

/** Closes the channel to a child, which ends with it. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  if (child.connected) child.disconnect()
  await exit
}
