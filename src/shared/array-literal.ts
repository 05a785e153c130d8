/** What a list that goes to PostgreSQL may hold. */
export type ArrayElement = string | number | boolean | Date | Buffer | null

/**
 * A list as PostgreSQL writes one (its manual, section 8.15.2), for statements that take a column as an array. The driver
 * does the same, and looks at each value several times, though most of a batch are the same few.
 */
export function arrayLiteral(values: readonly ArrayElement[]): string {
  const known = new Map<ArrayElement, string>()
  let literal = ''
  for (const value of values) {
    let element = known.get(value)
    if (element === undefined) known.set(value, (element = elementOf(value)))
    literal += literal === '' ? element : `,${element}`
  }
  return `{${literal}}`
}

function elementOf(value: ArrayElement): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `"${/["\\]/.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`
  return value instanceof Date ? `"${value.toISOString()}"` : String(value)
}
