import { timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../shared/refusal.ts'
import { lookUpKey } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'

/**
 * A place in a body's feed, as it stands in an address: good for that body alone, since only its own places count there,
 * and made by us, since a place that somebody made up could pass over what is to be read.
 *
 * @param place of the last delivery that was read; 0 before the first
 */
export function encodeFeedCursor(vault: Vault, agencyId: string, place: number): string {
  const bytes = Buffer.alloc(PLACE_BYTES)
  bytes.writeBigUInt64BE(BigInt(place))
  return Buffer.concat([bytes, markOf(vault, agencyId, place)]).toString('base64url')
}

/** @throws Refusal `gone` for anything that is no cursor of this body's. */
export function decodeFeedCursor(vault: Vault, agencyId: string, text: string): number {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== PLACE_BYTES + MARK_BYTES || bytes.toString('base64url') !== text) throw goneCursor()
  const place = bytes.readBigUInt64BE()
  if (place > BigInt(Number.MAX_SAFE_INTEGER)) throw goneCursor()
  const mark = markOf(vault, agencyId, Number(place))
  if (!timingSafeEqual(mark, bytes.subarray(PLACE_BYTES))) throw goneCursor()
  return Number(place)
}

/** Never a page from somewhere else instead: whoever reads on must know that something may be missing. */
export const goneCursor = () =>
  new Refusal('gone', 'This cursor is not known, or what comes after it is no longer kept: read again from the start')

const PLACE_BYTES = 8
const MARK_BYTES = 16

const markOf = (vault: Vault, agencyId: string, place: number) =>
  lookUpKey(vault, 'cursor', `feed\0${agencyId}\0${place}`).subarray(0, MARK_BYTES)
