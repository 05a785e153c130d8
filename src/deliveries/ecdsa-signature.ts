// Of P-256, as JWS has it (RFC 7518, section 3.4).
const HALF = 32

/**
 * An ECDSA signature over P-256 as JWS wants it, r and s side by side, from what OpenSSL makes: a DER SEQUENCE of two
 * INTEGERs (RFC 3279, section 2.2.3). Node would do the same when asked (`dsaEncoding`), and takes as long for it again as
 * for the signature.
 *
 * @throws {RangeError} for what is no such signature
 */
export function sideBySide(der: Buffer): Buffer {
  const both = Buffer.alloc(2 * HALF)
  // Both are short: their lengths, and that of the whole, are a byte each.
  const second = copyInteger(der, 2, both, HALF)
  if (copyInteger(der, second, both, 2 * HALF) !== der.length) throw new RangeError('More than two numbers')
  return both
}

/** To where it ends. @returns where the next one begins. */
function copyInteger(der: Buffer, at: number, target: Buffer, end: number): number {
  const length = der.readUInt8(at + 1)
  const next = at + 2 + length
  // A leading zero, which says that the number is not negative, is left out.
  const from = Math.max(at + 2, next - HALF)
  der.copy(target, end - (next - from), from, next)
  return next
}
