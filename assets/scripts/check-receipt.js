// Checks a receipt of the public log with nothing but the keys of the log and of its witnesses, and asks nobody. Formats:
// C2SP tlog-proof, tlog-checkpoint, signed-note and tlog-cosignature; RFC 9162, section 2.1.3.2.

const text = new TextDecoder()
const bytesOf = (words) => new TextEncoder().encode(words)

/**
 * @param files of the receipt, by name, as bytes.
 * @param key of the log, `name+id+base64`; others are those of witnesses.
 * @returns what holds: `record` is undefined where the receipt shows an entry only.
 */
export async function checkReceipt(files, key, witnessKeys = []) {
  const entry = files['receipt.entry'] ?? new Uint8Array()
  const proof = parseProof(text.decode(files['receipt.tlog-proof']))
  const note = proof && parseNote(proof.checkpoint)
  const checkpoint = note && parseCheckpoint(note.text)
  const log = await parseKey(key)
  const hasRecord = 'record.json' in files || 'salt' in files
  return {
    record: hasRecord ? await isEntryOf(files, entry) : undefined,
    proof: Boolean(checkpoint) && (await isIncluded(proof, entry, checkpoint)),
    isOfThisLog: checkpoint?.origin === log.name,
    isOfThisKey: Boolean(note) && claimsOf(note, log).length > 0,
    signature: Boolean(checkpoint) && checkpoint.origin === log.name && (await isSignedBy(note, log)),
    origin: checkpoint?.origin,
    index: proof?.index,
    size: checkpoint?.size,
    witnesses: note ? await signers(note, witnessKeys) : [],
  }
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

async function isEntryOf({ 'record.json': record, salt, 'place.json': place }, entry) {
  const [, prev, seq] = /^\{"prev":"([0-9a-f]{64})","seq":([1-9]\d{0,15})\}$/.exec(text.decode(place)) ?? []
  if (!record || salt?.length !== 32 || !prev || !Number.isSafeInteger(Number(seq))) return false
  const commitment = await sha256(bytesOf('dal/v1/record\0'), salt, record)
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, BigInt(seq))
  const hashed = await sha256(bytesOf('dal/v1/leaf\0'), commitment, number, fromHex(prev))
  return isSame(joined(bytesOf('dal1'), hashed), entry)
}

/** From the leaf up: whether it comes out at the root. */
async function isIncluded({ index, hashes }, entry, { size, root }) {
  if (index >= size) return false
  let [node, last, hash] = [index, size - 1, await sha256(LEAF, entry)]
  for (const sibling of hashes) {
    if (last === 0) return false
    const isRight = node % 2 === 1 || node === last
    hash = isRight ? await sha256(NODE, sibling, hash) : await sha256(NODE, hash, sibling)
    // The last of a level without a sibling goes up until it has one.
    while (isRight && node % 2 === 0 && node > 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSame(hash, root)
}

const signers = async (note, keys) => {
  const known = await Promise.all(keys.map(parseKey))
  const signed = await Promise.all(known.map((key) => isSignedBy(note, key)))
  return known.filter((_, at) => signed[at]).map(({ name }) => name)
}

/** Whether all lines that claim to be of this key are, and there is one. */
async function isSignedBy(note, key) {
  const checked = await Promise.all(claimsOf(note, key).map(({ bytes }) => verify(key, note.text, bytes.slice(4))))
  return checked.length > 0 && checked.every(Boolean)
}

const claimsOf = ({ signatures }, key) =>
  signatures.filter(({ name, bytes }) => name === key.name && isSame(bytes.slice(0, 4), key.id))

async function verify({ type, publicKey }, signed, bytes) {
  const isTimed = type === COSIGNATURE
  if (bytes.length !== (isTimed ? 72 : 64)) return false
  const at = isTimed ? new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) : 0n
  const message = isTimed ? `cosignature/v1\ntime ${at}\n${signed}` : signed
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, bytes.slice(isTimed ? 8 : 0), bytesOf(message))
}

const NOTE = 1
const COSIGNATURE = 4

async function parseKey(words) {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(words) ?? []
  const [type, ...publicKey] = fromBase64(base64 ?? '') ?? []
  if (![NOTE, COSIGNATURE].includes(type) || publicKey.length !== 32) throw new TypeError('not the key of a log')
  const hashed = await sha256(bytesOf(`${name}\n`), Uint8Array.of(type, ...publicKey))
  if (!isSame(hashed.slice(0, 4), fromHex(id))) throw new TypeError('not the key of a log')
  return { name, type, id: fromHex(id), publicKey: Uint8Array.from(publicKey) }
}

const PROOF =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra [A-Za-z0-9+/]*=*\n)?index (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]+=*\n){0,63})\n([^]+)$/

function parseProof(words) {
  const [, digits, lines, checkpoint] = PROOF.exec(words) ?? []
  const hashes = (lines ?? '').split('\n').slice(0, -1).map(hashIn)
  if (!checkpoint || !Number.isSafeInteger(Number(digits)) || hashes.includes(undefined)) return undefined
  return { index: Number(digits), hashes, checkpoint }
}

function parseNote(note) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return undefined
  const lines = note
    .slice(end + 2, -1)
    .split('\n')
    .slice(0, 32)
  const signatures = lines.map((line) => {
    const [, name, base64] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
    return { name, bytes: fromBase64(base64 ?? '') }
  })
  if (signatures.some(({ bytes }) => !bytes || bytes.length <= 4)) return undefined
  return { text: note.slice(0, end + 1), signatures }
}

function parseCheckpoint(words) {
  const [, origin, size, base64] = /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]+=*)\n(?:[^\n]+\n)*$/.exec(words) ?? []
  const root = hashIn(base64 ?? '')
  return root && Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : undefined
}

const hashIn = (base64) => {
  const bytes = fromBase64(base64)
  return bytes?.length === 32 ? bytes : undefined
}

/** Bytes have one spelling only; any other is none. */
function fromBase64(base64) {
  try {
    const binary = atob(base64)
    return btoa(binary) === base64 ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : undefined
  } catch {
    return undefined
  }
}

const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))

const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]))

const isSame = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at])
