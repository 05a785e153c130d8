import { MINUTE, SECOND } from '../../shared/clock.ts'
import type { Settlement } from '../delivery-store.ts'
import { hasArrived, timeToArrive, type DeliveryFigures } from './figures.ts'

/** What became of an agency's deliveries in this process since the last look. */
export interface Sample {
  /** The most that were on their way at once. */
  inFlight: number
  failed: number
  withinSecond: number
  withinTenSeconds: number
  withinMinute: number
  later: number
}

export const PERIOD = 5 * MINUTE

/** The five minutes that a time lies in, by when they began. */
export const periodOf = (now: Date) => new Date(now.getTime() - (now.getTime() % PERIOD))

export interface Sampler {
  figures: DeliveryFigures
  /** By agency; what is taken is counted no more. */
  take(): Map<string, Sample>
}

/** Collects samples in memory: as many entries as there are agencies. */
export function createSampler(): Sampler {
  const onTheirWay = new Map<string, number>()
  let samples = new Map<string, Sample>()
  const sampleOf = (agencyId: string) => {
    const sample = samples.get(agencyId) ?? { ...NOTHING }
    samples.set(agencyId, sample)
    return sample
  }
  return {
    figures: {
      begin(agencyId) {
        const now = (onTheirWay.get(agencyId) ?? 0) + 1
        onTheirWay.set(agencyId, now)
        const sample = sampleOf(agencyId)
        sample.inFlight = Math.max(sample.inFlight, now)
      },
      end: (agencyId) => void onTheirWay.set(agencyId, (onTheirWay.get(agencyId) ?? 1) - 1),
      settled: (settlements) => settlements.forEach((one) => count(sampleOf(one.delivery.agencyId), one)),
    },
    take() {
      const taken = samples
      samples = new Map()
      return taken
    },
  }
}

const NOTHING: Sample = { inFlight: 0, failed: 0, withinSecond: 0, withinTenSeconds: 0, withinMinute: 0, later: 0 }

function count(sample: Sample, settlement: Settlement): void {
  if (hasArrived(settlement)) sample[speedOf(timeToArrive(settlement))] += 1
  else if (settlement.attempt) sample.failed += 1
}

function speedOf(milliseconds: number): 'withinSecond' | 'withinTenSeconds' | 'withinMinute' | 'later' {
  if (milliseconds <= SECOND) return 'withinSecond'
  if (milliseconds <= 10 * SECOND) return 'withinTenSeconds'
  return milliseconds <= MINUTE ? 'withinMinute' : 'later'
}
