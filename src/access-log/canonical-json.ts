/**
 * JSON with one spelling only (JCS, RFC 8785), so that equal content has equal bytes: members sorted by the UTF-16
 * units of their names, no white space, numbers and strings as ECMAScript writes them. For values that JSON can hold;
 * a member that is undefined is left out, and
 * a date is the text that JSON makes of it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
