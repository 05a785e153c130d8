import { describe, expect, test } from 'vitest'
import { openCheckpoint, signCheckpoint, witnessesOf } from '../../src/merkle-log/checkpoint.ts'
import { cosign, cosignedAt } from '../../src/merkle-log/cosignature.ts'
import { parseNote, signatureLine, signersOf } from '../../src/merkle-log/note.ts'
import { parseVkey, signerKey, vkey } from '../../src/merkle-log/note-key.ts'
import { EMPTY_ROOT } from '../../src/merkle-log/tree-hash.ts'

// The example by which implementations of signed notes know each other (golang.org/x/mod/sumdb/note).
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const NOTE =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const log = signerKey('log.example/access', Buffer.alloc(32, 1))
const witness = signerKey('witness.example/one', Buffer.alloc(32, 2), 'cosignature')
const head = { size: 0, root: EMPTY_ROOT }

describe('a signed note', () => {
  test('of somebody else is read, and its key is written as they do', () => {
    const key = parseVkey(NEUMANN)
    expect(vkey(key)).toBe(NEUMANN)
    expect(signersOf(read(NOTE), [key])).toEqual([key])
  })

  test('with one letter changed is nobody’s', () => {
    const checkpoint = signCheckpoint(head, log)
    for (let at = 0; at < checkpoint.length; at += 1) {
      const other = checkpoint[at] === 'A' ? 'B' : 'A'
      const changed = checkpoint.slice(0, at) + other + checkpoint.slice(at + 1)
      expect(openCheckpoint(changed, log), changed).toBeUndefined()
    }
  })

  test('passes over those whom nobody knows, and is refused when one who is known signed something else', () => {
    const stranger = signerKey(log.name, Buffer.alloc(32, 3))
    const checkpoint = signCheckpoint(head, log)
    const lineOf = (note: string) => note.slice(note.lastIndexOf('\n— ') + 1)
    const strangers = lineOf(signCheckpoint(head, stranger))
    expect(openCheckpoint(checkpoint + strangers, log)).toMatchObject({ size: 0 })
    expect(openCheckpoint(checkpoint.replace(lineOf(checkpoint), strangers), log)).toBeUndefined()
    const elsewhere = lineOf(signCheckpoint({ ...head, size: 1 }, log))
    expect(openCheckpoint(checkpoint + elsewhere, log)).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['no signature', 'text\n'],
    ['no empty line', NOTE.replace('\n\n', '\n')],
    ['no end', NOTE.slice(0, -1)],
    ['a control character', NOTE.replace('you think', 'you\tthink')],
    ['a plus in a name', NOTE.replace('PeterNeumann', 'Peter+Neumann')],
    ['base64 that is not', NOTE.replace('x08go', 'x08g-')],
    ['thousands of signatures', NOTE + `${NOTE.split('\n').at(-2)}\n`.repeat(1000)],
  ])('is none with %s', (_what, text) => {
    expect(parseNote(text)).toBeUndefined()
  })

  test.each([
    ['no key', 'log.example'],
    ['another key’s id', NEUMANN.replace('c74f20a3', 'c74f20a4')],
    ['a kind of key that we do not know', NEUMANN.replace('+ARpc', '+AhpC')],
    ['half a key', NEUMANN.slice(0, -20)],
  ])('is not checked with %s', (_what, text) => {
    expect(() => parseVkey(text)).toThrow(TypeError)
  })
})

describe('a cosignature', () => {
  test('says who saw a checkpoint, and when', () => {
    const checkpoint = signCheckpoint(head, log)
    const cosigned = checkpoint + signatureLine(cosign(read(checkpoint).text, witness, 1_679_315_147))
    expect(openCheckpoint(cosigned, log)).toMatchObject({ origin: log.name, size: 0 })
    expect(witnessesOf(cosigned, [witness])).toEqual([witness])
    const [, line] = read(cosigned).signatures
    expect(line && cosignedAt(line)).toBe(1_679_315_147)
  })

  test('of another time, or another checkpoint, is none', () => {
    const checkpoint = signCheckpoint(head, log)
    const { text } = read(checkpoint)
    const honest = cosign(text, witness, 1000)
    const later = {
      ...honest,
      bytes: Buffer.concat([cosign(text, witness, 1001).bytes.subarray(0, 8), honest.bytes.subarray(8)]),
    }
    expect(witnessesOf(checkpoint + signatureLine(later), [witness])).toEqual([])
    const other = cosign(read(signCheckpoint({ ...head, size: 1 }, log)).text, witness, 1000)
    expect(witnessesOf(checkpoint + signatureLine(other), [witness])).toEqual([])
  })
})

function read(text: string) {
  const note = parseNote(text)
  if (!note) throw new Error(`not a note: ${text}`)
  return note
}
