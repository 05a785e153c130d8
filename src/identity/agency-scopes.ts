/** What an agency may be let do through the API; one has all five unless its entry in the agencies file says fewer. */
export const scopes = ['ssf.read', 'ssf.manage', 'outcomes.write', 'events.read', 'access-records.write'] as const
export type Scope = (typeof scopes)[number]

/** Who may manage its streams may read them. */
const implied: Partial<Record<Scope, Scope>> = { 'ssf.manage': 'ssf.read' }

/** The scopes with what they imply, without repeats. */
export function withImplied(given: readonly string[]): string[] {
  return [...new Set(given.flatMap((scope) => [scope, implied[scope as Scope] ?? scope]))]
}
