import { isDeepStrictEqual } from 'node:util'
import type { Stream } from './change.ts'

export interface StreamPair<Before extends Stream> {
  /** As the file has it. */
  stream: Stream
  /** What it was before; undefined for a new one. */
  before: Before | undefined
}

/**
 * Which stream of the file is which of those that stand, though the file gives them no ids. What waits to be sent hangs
 * on a stream, so one taken out of the list must not make the next pass for it: the same address counts first, then
 * the same agreements, then the same place.
 */
export function pairStreams<Before extends Stream>(wanted: readonly Stream[], standing: readonly Before[]) {
  const pairs: StreamPair<Before>[] = wanted.map((stream) => ({ stream, before: undefined }))
  for (const alike of [sameAddress, sameAgreements, samePlace]) {
    for (const pair of pairs.filter(({ before }) => before === undefined)) {
      pair.before = standing.find((one) => alike(pair.stream, one) && !pairs.some(({ before }) => before === one))
    }
  }
  return pairs
}

const sameAddress = (one: Stream, other: Stream) =>
  one.endpointUrl !== null && one.method === other.method && one.endpointUrl === other.endpointUrl

const sameAgreements = (one: Stream, other: Stream) =>
  one.agreements !== null && isDeepStrictEqual(one.agreements.toSorted(), other.agreements?.toSorted())

const samePlace = (one: Stream, other: Stream) => one.position === other.position
