import type { Settlement } from '../delivery-store.ts'

/** Is told of deliveries on their way, without I/O: the hot path waits for nothing here. */
export interface DeliveryFigures {
  /** One is on its way to this agency. */
  begin(agencyId: string): void
  end(agencyId: string): void
  /** A batch that is committed. */
  settled(settlements: readonly Settlement[]): void
}

/** Tells several. */
export const allOf = (figures: readonly DeliveryFigures[]): DeliveryFigures => ({
  begin: (agencyId) => figures.forEach((one) => one.begin(agencyId)),
  end: (agencyId) => figures.forEach((one) => one.end(agencyId)),
  settled: (settlements) => figures.forEach((one) => one.settled(settlements)),
})

/** Milliseconds from when it was to be told (at once, or when its cooling-off or its date had passed) to its arrival. */
export const timeToArrive = ({ delivery, at }: Settlement) => Math.max(0, at.getTime() - delivery.dueSince.getTime())

export const hasArrived = ({ decision }: Settlement) => decision.state === 'acknowledged'
