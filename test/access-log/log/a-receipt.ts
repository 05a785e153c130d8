import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { v7 as uuidv7 } from 'uuid'
import type { ReceiptFiles } from '../../../src/access-log/receipts/receipt-files.ts'
import { startWitness } from '../../../src/demo/witness/server.ts'
import { parseCheckpointText, signCheckpoint } from '../../../src/merkle-log/checkpoint.ts'
import { signerKey, vkey, type SignerKey } from '../../../src/merkle-log/note-key.ts'
import { parseNote } from '../../../src/merkle-log/note.ts'
import { parseTlogProof, tlogProof } from '../../../src/merkle-log/tlog-proof.ts'
import { aDisclosure, disclose, signedIn } from '../../support/access-log.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { placeAll } from '../../support/sequencing.ts'

export const ORIGIN = 'tell-us-once.example/log'
const SEED = Buffer.alloc(32, 6)
export const LOG_KEY = vkey(signerKey(ORIGIN, SEED))

/** A house whose log a witness watches. */
export async function watchedHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'witness-'))
  const witness = await startWitness({ folder, logs: [LOG_KEY] }, () => new Date())
  const house = await startHouse({
    LOG_ORIGIN: ORIGIN,
    LOG_SIGNING_KEY: SEED.toString('base64'),
    LOG_WITNESSES: `${witness.url} ${witness.vkey}`,
  })
  return {
    house,
    witness,
    async close() {
      await house.close()
      await witness.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Somebody of whom so many records are in the log; the receipt is asked for by hand. */
export async function inTheLog(house: House, persona: string, records: number) {
  const citizen = await signedIn(house, persona)
  const ids = Array.from({ length: records }, () => uuidv7())
  for (const recordId of ids) await disclose(house.database, aDisclosure({ subjectRef: citizen.subject, recordId }))
  await placeAll(house)
  return { ...citizen, recordId: ids[0] ?? '', ids }
}

/** As a browser saves it; undefined when there is none. */
export async function zipOf(house: House, browser: Client, path: string): Promise<Uint8Array | undefined> {
  const cookie = `session=${browser.cookie('session') ?? ''}`
  const response = await fetch(house.baseUrl + path, { headers: { cookie }, redirect: 'manual' })
  return response.headers.get('content-type') === 'application/zip' ? response.bytes() : undefined
}

/** The same receipt, as if its log had had this key, and perhaps another name. */
export function signedAnew(files: ReceiptFiles, key: SignerKey): ReceiptFiles {
  const proof = parseTlogProof(Buffer.from(files['receipt.tlog-proof'] ?? []).toString())
  const head = parseCheckpointText(parseNote(proof?.checkpoint ?? '')?.text ?? '')
  if (!proof || !head) throw new Error('This is no receipt')
  return { ...files, 'receipt.tlog-proof': Buffer.from(tlogProof({ ...proof, checkpoint: signCheckpoint(head, key) })) }
}

/** Before the log had its key, and in a log of somebody else. */
export const olderKey = signerKey(ORIGIN, Buffer.alloc(32, 7))
export const ofAnotherLog = signerKey('elsewhere.example/log', Buffer.alloc(32, 8))

export const zipped = (files: ReceiptFiles) => zipSync(files)

export const filesIn = (zip: Uint8Array | undefined): ReceiptFiles => unzipSync(zip ?? new Uint8Array())
