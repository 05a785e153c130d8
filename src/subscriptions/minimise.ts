import type { Facts } from '../catalogue/life-event.ts'

/**
 * Of what a citizen told us, what is on the list: built up from the list, never cut down from the whole. What was not
 * told, and what the citizen left out for this body, is not there. Nothing is shared with `facts`.
 */
export function minimise(facts: Facts, fields: readonly string[], leftOut: readonly string[] = []): Facts {
  const told = fields.filter(
    (field) =>
      !leftOut.includes(field) && Object.hasOwn(facts, field) && facts[field] !== undefined && facts[field] !== null,
  )
  return Object.fromEntries(told.map((field) => [field, structuredClone(facts[field])]))
}
