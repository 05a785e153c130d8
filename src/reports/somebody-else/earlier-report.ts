/** A standing report of the same matter, by whomever: nothing of it but when it came, and whom it tells. */
export interface EarlierReport {
  id: string
  submittedAt: Date
  /** The subject that both are about. */
  aboutRef: Buffer
  /** Agreements under which it tells bodies. */
  tells: readonly string[]
}
