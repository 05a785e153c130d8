import { remembered } from '../shared/remembered.ts'

/**
 * JSON with one spelling only (JCS, RFC 8785), so that equal content has equal bytes: members sorted by the UTF-16
 * units of their names, no white space, numbers and strings as ECMAScript writes them. For values that JSON can hold;
 * a member that is undefined is left out, and
 * a date is the text that JSON makes of it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value)
  const members = value as Record<string, unknown>
  let text = ''
  // By UTF-16 units, as sort() does unless told otherwise. Text is put together as it comes: this runs for every record.
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member !== undefined) text += `${text === '' ? '' : ','}${spelled(name)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

// Of records there are a few dozen names.
const spelled = remembered((name: string) => JSON.stringify(name))
