/** The only source of "now". Passed in, so that a test can stand anywhere in time. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds)
