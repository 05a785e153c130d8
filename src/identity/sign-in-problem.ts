import type { Step } from './pending-sign-in.ts'

/** How a sign-in can end without one. Each is a page of its own. */
export const signInProblems = ['cancelled', 'not-proved', 'busy', 'not-allowed', 'failed', 'expired'] as const
export type SignInProblem = (typeof signInProblems)[number]

export const statusOfProblem: Record<SignInProblem, number> = {
  cancelled: 403,
  'not-proved': 403,
  busy: 503,
  'not-allowed': 403,
  failed: 500,
  expired: 400,
}

export interface Verdict {
  problem: SignInProblem
  /** Somebody of ours has to look at it: a line in the log. */
  alert: boolean
  /** One Login no longer knows the person, so neither do we. */
  endsSession: boolean
}

/** What an error of the authorisation endpoint means for the person (table "When it fails", One Login). */
export function verdictOn(error: string, step: Step): Verdict {
  const verdict = (problem: SignInProblem, more: Partial<Verdict> = {}) => ({
    problem,
    alert: false,
    endsSession: false,
    ...more,
  })
  switch (error) {
    case 'access_denied':
      return verdict(step === 'identity' ? 'not-proved' : 'cancelled')
    case 'login_required':
      return verdict('expired', { endsSession: true })
    case 'temporarily_unavailable':
      return verdict('busy')
    case 'unauthorized_client':
      return verdict('not-allowed', { alert: true })
    default:
      return verdict('failed', { alert: true })
  }
}
