import { addCheckpointBody, SIZE_TYPE } from './add-checkpoint.ts'
import { cosignedAt } from './cosignature.ts'
import { parseNote, signatureLine, signersOf } from './note.ts'
import type { VerifierKey } from './note-key.ts'
import type { Hash } from './tree-hash.ts'

export interface Witness {
  /** To which `/add-checkpoint` is added. */
  url: string
  key: VerifierKey
}

/** What came of showing a checkpoint. */
export type Shown =
  /** The line is to stand below the checkpoint. */
  | { kind: 'cosigned'; line: string; at: Date }
  /** It has cosigned more of this log than the checkpoint has. */
  | { kind: 'ahead'; size: number }
  /** It has cosigned a log that this one does not add to. */
  | { kind: 'another-log' }
  /** No answer, or none that a witness gives. */
  | { kind: 'silent' }

export interface CheckpointToShow {
  size: number
  /** The signed note. */
  note: string
  /** That the log of this size only adds to an older one. */
  proofFrom: (older: number) => Promise<Hash[]>
}

/**
 * Shows a checkpoint to a witness. One that has seen another size than we think says so, and is asked once more. What
 * others answer is never an exception.
 *
 * @param lastSeen the size that it cosigned last, as far as we know.
 * @param signal ends the wait.
 */
export async function askWitness(
  fetch: typeof globalThis.fetch,
  { url, key }: Witness,
  { checkpoint, lastSeen, signal }: { checkpoint: CheckpointToShow; lastSeen: number; signal?: AbortSignal },
): Promise<Shown> {
  const ask = (old: number) => show(fetch, url, { checkpoint, old, signal: signal ?? null })
  const first = await ask(Math.min(lastSeen, checkpoint.size))
  const { seen } = first
  if (seen === undefined) return judged(first, checkpoint, key)
  if (seen > checkpoint.size) return { kind: 'ahead', size: seen }
  // The size that was asked with: so it is the root that it has seen otherwise.
  return seen === first.old ? { kind: 'another-log' } : judged(await ask(seen), checkpoint, key)
}

function judged({ status, text }: Answer, { note }: CheckpointToShow, key: VerifierKey): Shown {
  if (status === 422) return { kind: 'another-log' }
  return (status === 200 && cosignatureIn(text, note, key)) || { kind: 'silent' }
}

interface Answer {
  /** The size that it was asked to go on from. */
  old: number
  status: number
  text: string
  /** The size that it says it has seen instead. */
  seen?: number | undefined
}

// Sixteen signatures of the longest kind.
const LONGEST_ANSWER = 64 * 1024

async function show(
  fetch: typeof globalThis.fetch,
  url: string,
  { checkpoint, old, signal }: { checkpoint: CheckpointToShow; old: number; signal: AbortSignal | null },
): Promise<Answer> {
  const { size, note, proofFrom } = checkpoint
  const proof = old === size ? [] : await proofFrom(old)
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      ...{ method: 'POST', redirect: 'error', signal },
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: addCheckpointBody({ old, proof, checkpoint: note }),
    })
    const text = (await response.text()).slice(0, LONGEST_ANSWER)
    const says = response.status === 409 && response.headers.get('content-type')?.startsWith(SIZE_TYPE)
    return {
      old,
      status: response.status,
      text,
      seen: says && /^(0|[1-9]\d{0,15})\n$/.test(text) ? Number(text) : undefined,
    }
  } catch {
    return { old, status: 0, text: '' }
  }
}

/** Only the line of the key that we know, and only when it is right. */
function cosignatureIn(lines: string, note: string, key: VerifierKey): Shown | undefined {
  const text = parseNote(note)?.text
  const signatures = text === undefined ? undefined : parseNote(`${text}\n${lines}`)?.signatures
  const signature = signatures?.find(({ name, keyId }) => name === key.name && key.id.equals(keyId))
  if (text === undefined || !signature || !signersOf({ text, signatures: [signature] }, [key])) return undefined
  return { kind: 'cosigned', line: signatureLine(signature), at: new Date(cosignedAt(signature) * 1000) }
}
