/** Why something was refused, in words that every door (page, API) can translate once. */
export type RefusalCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/** A refusal that the person or program asking may be told of. Anything else that is thrown is for operators only. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, message: string, details: RefusalDetails = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

export interface RefusalDetails {
  /** Each wrong field by name, for problem+json. */
  errors?: { field: string; message: string }[]
  /** Seconds to wait, for `Retry-After`. */
  retryAfter?: number
}

export const notFound = () => new Refusal('not-found', 'Not found')
