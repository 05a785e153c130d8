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

export interface Cosigned {
  /** To stand below the checkpoint. */
  line: string
  at: Date
}

export interface CheckpointToShow {
  size: number
  /** The signed note. */
  note: string
  /** That the log of this size only adds to an older one. */
  proofFrom: (older: number) => Promise<Hash[]>
}

/**
 * Shows a checkpoint to a witness. One that has seen another size than we think says so, and is asked once more.
 *
 * @param lastSeen the size that it cosigned last, as far as we know.
 * @returns undefined when it did not cosign, or not with its key: what others answer is never an exception.
 */
export async function askWitness(
  fetch: typeof globalThis.fetch,
  { url, key }: Witness,
  { checkpoint, lastSeen }: { checkpoint: CheckpointToShow; lastSeen: number },
): Promise<Cosigned | undefined> {
  const first = await show(fetch, url, checkpoint, lastSeen)
  const seen = first.status === 409 ? first.size : undefined
  const answer = seen === undefined || seen > checkpoint.size ? first : await show(fetch, url, checkpoint, seen)
  return answer.status === 200 ? cosignatureIn(answer.text, checkpoint.note, key) : undefined
}

interface Shown {
  status: number
  text: string
  size: number | undefined
}

// Sixteen signatures of the longest kind.
const LONGEST_ANSWER = 64 * 1024

async function show(
  fetch: typeof globalThis.fetch,
  url: string,
  checkpoint: CheckpointToShow,
  old: number,
): Promise<Shown> {
  const { size, note, proofFrom } = checkpoint
  const proof = old === size ? [] : await proofFrom(old)
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: addCheckpointBody({ old, proof, checkpoint: note }),
    })
    const text = (await response.text()).slice(0, LONGEST_ANSWER)
    const says = response.headers.get('content-type')?.startsWith(SIZE_TYPE) && /^(0|[1-9]\d{0,15})\n$/.test(text)
    return { status: response.status, text, size: says ? Number(text) : undefined }
  } catch {
    return { status: 0, text: '', size: undefined }
  }
}

/** Only the line of the key that we know, and only when it is right. */
function cosignatureIn(lines: string, note: string, key: VerifierKey): Cosigned | undefined {
  const text = parseNote(note)?.text
  const signatures = text === undefined ? undefined : parseNote(`${text}\n${lines}`)?.signatures
  const signature = signatures?.find(({ name, keyId }) => name === key.name && key.id.equals(keyId))
  if (text === undefined || !signature || !signersOf({ text, signatures: [signature] }, [key])) return undefined
  return { line: signatureLine(signature), at: new Date(cosignedAt(signature) * 1000) }
}
