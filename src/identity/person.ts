import type { Request } from 'express'

declare module 'express-serve-static-core' {
  interface Request {
    person?: Person
  }
}

/** Who is asking. Nothing about them but what access goes by; see `identityOf` for the rest. */
export interface Person {
  accountId: string
  /** Keyed-hash references of every subject that is this person; their own account's first. */
  subjects: Buffer[]
  /** True when One Login proved who they are, in this session. */
  proved: boolean
  signedInAt: Date
}

/** Behind the rules `citizens` and `signedIn` there always is one. */
export function personOf({ person }: Pick<Request, 'person'>): Person {
  if (!person) throw new Error('A route asks for the person without a rule that lets only people in')
  return person
}
