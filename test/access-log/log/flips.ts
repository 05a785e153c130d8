import { checkReceipt } from '../../../src/access-log/receipts/check-receipt.ts'
import type { ReceiptFiles } from '../../../src/access-log/receipts/receipt-files.ts'
import { parseVkey, type VerifierKey } from '../../../src/merkle-log/note-key.ts'

/** What the browser's own script finds. */
export interface FoundInBrowser {
  record: boolean | undefined
  proof: boolean
  signature: boolean
  index?: number
  size?: number
  witnesses: string[]
}

type Script = {
  checkReceipt: (files: ReceiptFiles, key: string, witnesses: string[]) => Promise<FoundInBrowser>
}

/** The script as browsers have it: Node has their cryptography too. */
export async function inBrowser(files: ReceiptFiles, key: string, witnesses: string[] = []): Promise<FoundInBrowser> {
  const script = new URL('../../../assets/scripts/check-receipt.js', import.meta.url).href
  return ((await import(script)) as Script).checkReceipt(files, key, witnesses)
}

export const holdsInBrowser = ({ record, proof, signature }: FoundInBrowser) => record === true && proof && signature

/** Everything that a receipt is checked by: all but the words for its reader. */
export const CHECKED = ['receipt.tlog-proof', 'receipt.entry', 'record.json', 'salt', 'place.json'] as const

/**
 * Changes one bit after the other, and asks both checks.
 *
 * @param step every bit, or one in so many.
 * @returns where a change was not found.
 */
export async function unfoundFlips(
  files: ReceiptFiles,
  key: string,
  witnesses: string[],
  step: number,
): Promise<string[]> {
  const unfound: string[] = []
  const known = witnesses.map(parseVkey)
  for (const name of CHECKED) {
    const bytes = files[name] ?? new Uint8Array()
    for (let bit = 0; bit < bytes.length * 8; bit += step) {
      const changed = { ...files, [name]: flipped(bytes, bit) }
      if (isWhole(changed, parseVkey(key), known)) unfound.push(`${name}, bit ${bit}`)
      const found = await inBrowser(changed, key, witnesses)
      if (holdsInBrowser(found) && found.witnesses.length === known.length) unfound.push(`${name}, bit ${bit}, browser`)
    }
  }
  return unfound
}

function isWhole(files: ReceiptFiles, key: VerifierKey, known: readonly VerifierKey[]): boolean {
  const { faults, witnesses, hasRecord } = checkReceipt(files, key, known)
  return faults.length === 0 && hasRecord && witnesses.length === known.length
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}
