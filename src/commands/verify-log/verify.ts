import { unzipSync } from 'fflate'
import { checkReceipt, type ReceiptCheck } from '../../access-log/receipts/check-receipt.ts'
import { auditLog, type Kept, type ReadLog } from '../../merkle-log/audit.ts'
import { openCheckpoint, witnessesOf } from '../../merkle-log/checkpoint.ts'
import { isNamedIn, parseNote } from '../../merkle-log/note.ts'
import { parseVkey, type VerifierKey } from '../../merkle-log/note-key.ts'
import { openLog } from './read-log.ts'

export interface Asked {
  url: string
  key: VerifierKey | undefined
  witnesses: VerifierKey[] | undefined
  /** A zip. */
  receipt?: Uint8Array | undefined
  /** A signed note. */
  earlier?: string | undefined
}

/** In words for whoever runs the check. */
export interface Verdict {
  said: string[]
  faults: string[]
}

interface Given {
  receipt?: Uint8Array | '' | undefined
  earlier?: string | undefined
  witnesses?: string[] | undefined
}

/** @returns undefined without an address. @throws {TypeError} for a key that is none. */
export function understand([url, key, ...more]: string[], given: Given): Asked | undefined {
  if (url === undefined || more.length > 0 || !URL.canParse(url)) return undefined
  return {
    url,
    key: key === undefined ? undefined : parseVkey(key),
    witnesses: given.witnesses?.map(parseVkey),
    receipt: given.receipt || undefined,
    earlier: given.earlier || undefined,
  }
}

/** Everything that the log serves, and whatever else was given, against the keys. */
export async function verifyLog(fetch: typeof globalThis.fetch, asked: Asked): Promise<Verdict> {
  const log = await openLog(fetch, asked.url)
  const key = asked.key ?? parseVkey((await log.text('vkey')).trim())
  const witnesses = asked.witnesses ?? (await log.text('witnesses')).split('\n').filter(Boolean).map(parseVkey)
  const receipt = asked.receipt && readReceipt(asked.receipt, key, witnesses)
  const earlier = asked.earlier === undefined ? undefined : openCheckpoint(asked.earlier, key)
  const kept = [
    ...(earlier ? [{ head: earlier, name: 'the earlier checkpoint' }] : []),
    ...(receipt?.checkpoint ? [{ head: receipt.checkpoint, name: 'the checkpoint of the receipt' }] : []),
  ]
  const whole = await verifyWhole(log.read, { key, witnesses, kept })
  return {
    said: [
      ...(asked.key ? [] : ['The key was taken from the log itself: keep it, and give it the next time.']),
      ...whole.said,
      ...(receipt ? saidOf(receipt) : []),
    ],
    faults: [
      ...whole.faults,
      ...(asked.earlier !== undefined && !earlier ? ['The earlier checkpoint is not signed with this key.'] : []),
      ...(receipt?.faults ?? []),
    ],
  }
}

async function verifyWhole(
  read: ReadLog,
  { key, witnesses, kept }: { key: VerifierKey; witnesses: readonly VerifierKey[]; kept: readonly Kept[] },
): Promise<Verdict> {
  // The log may grow meanwhile: all of it is held against the checkpoint that was read first.
  const note = await read('checkpoint')
  const same: ReadLog = (path) => (path === 'checkpoint' ? Promise.resolve(note) : read(path))
  const { checkpoint, faults } = await auditLog(same, key, kept)
  const text = note?.toString('utf8') ?? ''
  const cosigned = witnessesOf(text, witnesses)
  const size =
    checkpoint === undefined ? [] : [`${checkpoint.origin}: ${checkpoint.size} entries, every tile and the checkpoint`]
  const claimed = witnesses.filter((witness) => isNamed(text, witness) && !cosigned.includes(witness))
  return {
    said: [...size, `Cosigned by: ${cosigned.map(({ name }) => name).join(', ') || 'nobody that is known here'}`],
    faults: [...faults, ...claimed.map(({ name }) => `The cosignature of ${name} is not its own.`)],
  }
}

function isNamed(note: string, witness: VerifierKey): boolean {
  const parsed = parseNote(note)
  return parsed !== undefined && isNamedIn(parsed, witness)
}

function readReceipt(zip: Uint8Array, key: VerifierKey, witnesses: readonly VerifierKey[]): ReceiptCheck {
  try {
    return checkReceipt(unzipSync(zip), key, witnesses)
  } catch {
    return { faults: ['The receipt is not a zip file.'], witnesses: [], hasRecord: false }
  }
}

function saidOf({ faults, checkpoint, index, witnesses, hasRecord }: ReceiptCheck): string[] {
  if (faults.length > 0 || !checkpoint) return []
  const what = hasRecord ? 'The record of the receipt' : 'The entry of the receipt (without its record)'
  const by = witnesses.length > 0 ? `, cosigned by ${witnesses.join(', ')}` : ''
  return [`${what} is entry ${index} of ${checkpoint.size}${by}`]
}
