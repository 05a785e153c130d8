import type { Checkpoint } from '../../merkle-log/checkpoint.ts'
import { parseCheckpointText, witnessesOf } from '../../merkle-log/checkpoint.ts'
import { isNamedIn, parseNote } from '../../merkle-log/note.ts'
import type { VerifierKey } from '../../merkle-log/note-key.ts'
import { checkTlogProof, parseTlogProof, type TlogProof } from '../../merkle-log/tlog-proof.ts'
import { commitmentOf, entryOf, placeJson, type Link } from '../log/commitment.ts'
import type { ReceiptFiles } from './receipt-files.ts'

/** What a receipt shows to whoever has nothing else but the log's key. */
export interface ReceiptCheck {
  /** In words; empty when all of it holds. */
  faults: string[]
  /** Under which the entry is. */
  checkpoint?: Checkpoint | undefined
  index?: number | undefined
  /** Names of those that we know and that cosigned the checkpoint. */
  witnesses: string[]
  /** False for a receipt that shows an entry only, and not the record. */
  hasRecord: boolean
}

export function checkReceipt(
  files: ReceiptFiles,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): ReceiptCheck {
  const proof = textOf(files['receipt.tlog-proof'])
  const parsed = parseTlogProof(proof)
  const entry = files['receipt.entry']
  const checkpoint = entry && checkTlogProof(proof, entry, log)
  const hasRecord = 'record.json' in files || 'salt' in files
  const faults = [
    ...(checkpoint ? [] : [whyNot(parsed, log)]),
    ...(hasRecord && !isOf(files) ? ['The entry is not that of this record, salt and place.'] : []),
  ]
  const names = witnessesOf(parsed?.checkpoint ?? '', witnesses).map(({ name }) => name)
  return { faults, checkpoint, index: parsed?.index, witnesses: names, hasRecord }
}

/** Nobody need be wrong: a receipt outlives a key, and there are other logs. */
function whyNot(proof: TlogProof | undefined, log: VerifierKey): string {
  const note = proof && parseNote(proof.checkpoint)
  const claimed = note && parseCheckpointText(note.text)
  if (claimed && claimed.origin !== log.name) {
    return `The receipt is of another log, ${claimed.origin}: the key is of ${log.name}.`
  }
  if (claimed && !isNamedIn(note, log)) {
    return 'The receipt was not signed with this key of the log: give the key that the log had then.'
  }
  return 'The proof does not lead from the entry to a checkpoint that the log has signed.'
}

function isOf({ 'record.json': json, salt, 'place.json': place, 'receipt.entry': entry }: ReceiptFiles): boolean {
  const link = place && readPlace(place)
  if (!json || salt?.length !== 32 || !entry || !link) return false
  return entryOf(commitmentOf(salt, json), link).equals(entry)
}

/** @returns undefined for anything but the one spelling of a place. */
function readPlace(bytes: Uint8Array): Link | undefined {
  const [, prev = '', seq = ''] = /^\{"prev":"([0-9a-f]{64})","seq":([1-9]\d{0,15})\}$/.exec(textOf(bytes)) ?? []
  const link = { seq: Number(seq), prev: Buffer.from(prev, 'hex') }
  return Number.isSafeInteger(link.seq) && placeJson(link).equals(bytes) ? link : undefined
}

const textOf = (bytes: Uint8Array = Buffer.alloc(0)) => Buffer.from(bytes).toString('utf8')
