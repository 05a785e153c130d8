import type { SessionData } from 'express-session'
import { MINUTE } from '../shared/clock.ts'

export type Step = 'authentication' | 'identity'

/** A request that left for One Login: what its answer is held against, once. Kept in the server-side session. */
export interface PendingSignIn {
  step: Step
  nonce: string
  verifier: string
  /** Milliseconds since 1970. */
  startedAt: number
  /** Where the person was going: a path of ours. */
  returnTo: string
  /** Back from proving identity in person, by the link in One Login's e-mail. */
  inPerson?: boolean
  /** One Login must have asked the person for it lately. */
  afresh?: boolean
}

export const LIFETIME = 10 * MINUTE

// People open a second tab; nobody opens a sixth in ten minutes, and a session must not grow without end.
const AT_ONCE = 5

type Holder = Pick<Partial<SessionData>, 'signIns'>

export function remember(session: Holder, state: string, pending: PendingSignIn): void {
  const others = Object.entries(session.signIns ?? {}).filter(([known]) => known !== state)
  session.signIns = Object.fromEntries([...others, [state, pending]].slice(-AT_ONCE)) as Record<string, PendingSignIn>
}

/** The request that `state` answers. It is forgotten by being taken; too old counts as unknown. */
export function take(session: Holder, state: unknown, now: Date): PendingSignIn | undefined {
  const known = session.signIns ?? {}
  if (typeof state !== 'string' || !Object.hasOwn(known, state)) return undefined
  const { [state]: pending, ...others } = known
  session.signIns = others
  return pending && now.getTime() - pending.startedAt <= LIFETIME ? pending : undefined
}
