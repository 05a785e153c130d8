// `npm run welsh`: takes the rows that a reviewer marked off the list, and adds what has been written or changed since.
import { readFileSync, writeFileSync } from 'node:fs'
import { everyPair, hashOf, LIST, listOf, markedIn, readReviewed, REVIEWED } from './review.ts'

const pairs = await everyPair()
const known = new Set(pairs.map(hashOf))
const marked = markedIn(readFileSync(LIST, 'utf8'))
// Hashes of words that are no longer there would only grow the file.
const reviewed = new Set([...readReviewed(), ...marked].filter((hash) => known.has(hash)))
writeFileSync(
  REVIEWED,
  [...reviewed]
    .sort()
    .map((hash) => `${hash}\n`)
    .join(''),
)
writeFileSync(LIST, listOf(pairs, reviewed))
const left = pairs.filter((pair) => !reviewed.has(hashOf(pair))).length
process.stdout.write(`${left} of ${pairs.length} texts in Welsh have not been reviewed: ${LIST}\n`)
