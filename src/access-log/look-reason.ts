/**
 * Why somebody who runs this service looks into a case. Its citizen reads it in their own language, so it is chosen from
 * these and not typed: typed words about one person may tell another what they must not know.
 */
export const lookReasons = ['put-right', 'asked-by-person', 'complaint', 'misuse', 'fault'] as const
export type LookReason = (typeof lookReasons)[number]

/** The name of the operation in the access record, which the public log vouches for. */
export const nameOfLook = (reason: LookReason) => `look into a case: ${reason}`

export const reasonOfLook = (name: string): LookReason | undefined =>
  lookReasons.find((reason) => nameOfLook(reason) === name)
