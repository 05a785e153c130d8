import type { Field, LifeEvent } from '../../catalogue/life-event.ts'

// Without these a body cannot tell whose report it is.
const WHO = ['names', 'birth_date']
const WHO_CATEGORIES = ['name', 'birth-date']

/** Whether somebody at risk can keep a body from being told this field. */
export function mayBeLeftOut(name: string, { always, category }: Pick<Field, 'always' | 'category'>): boolean {
  return !WHO.includes(name) && !(always && WHO_CATEGORIES.includes(category))
}

/**
 * Which of these fields a body is not told. Where nobody is at risk, none; otherwise whatever says something of a partner
 * or of the household, and what the citizen left out. It goes by names, not by what was answered: a correction that
 * gives a value later keeps to it too.
 */
export function fieldsLeftOut(
  fields: readonly string[],
  { event, safety, chosen = [] }: { event: Pick<LifeEvent, 'fields'>; safety: boolean; chosen?: readonly string[] },
): string[] {
  if (!safety) return []
  return fields.filter((name) => {
    const field = event.fields[name]
    return field !== undefined && (field.household || (chosen.includes(name) && mayBeLeftOut(name, field)))
  })
}
