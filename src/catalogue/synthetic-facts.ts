import type { Facts, LifeEvent } from './life-event.ts'

/**
 * Facts about a made-up person whom no file holds, as the schema of an event has them: for trying a receiver. Born in
 * 1901, named Synthetic, at a postcode that the Office for National Statistics keeps for nobody's address, with a
 * National Insurance number of a prefix that is never given out.
 *
 * @param fields those of an agreement; others that the event does not have are passed over
 */
export function syntheticFacts(event: LifeEvent, fields: readonly string[]): Facts {
  const properties = (event.schema['properties'] ?? {}) as Record<string, Schema>
  const own = fields.filter((name) => Object.hasOwn(event.fields, name) && name !== 'handle_with_care')
  return Object.fromEntries(own.map((name) => [name, valueFor(name, properties[name] ?? {})]))
}

/** The part of JSON Schema that our events are described with. */
interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  pattern?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const BIRTH_DATE = '1901-01-01'
const RECENT_DATE = '2026-01-05'

const NAME_PARTS = [
  { type: 'GivenName', value: 'Synthetic' },
  { type: 'FamilyName', value: 'Nobody' },
]

const ADDRESS = {
  buildingNumber: '0',
  streetName: 'Synthetic Street',
  addressLocality: 'Nowhere',
  postalCode: 'ZZ99 9ZZ',
}

/** By the last words of a name: what its kind of text looks like. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/national_insurance_number$/, 'QQ123456C'],
  [/driver_number$/, 'NOBOD001011S99ZZ'],
  [/email$/, 'synthetic@example.com'],
  [/log_book_reference$|customer_reference_number$/, '00000000000'],
  [/council_tax_account$/, '00000000'],
  [/_reference$/, 'SYNTHETIC0'],
  [/phone$/, '+447700900000'],
  [/passport_number$/, '000000000'],
  [/vehicle_registration$|^registration$/, 'QQ00QQQ'],
  [/country$|Country$/, 'GB'],
]

function valueFor(name: string, schema: Schema): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return valueFor(name, either[0] ?? {})
  switch (schema.type) {
    case 'object':
      return objectFor(schema)
    case 'array':
      return name === 'nameParts' ? NAME_PARTS : [valueFor(name, schema.items ?? {})]
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return 1
    default:
      return textFor(name, schema)
  }
}

/** What it must have; an address, of which no part must be there, has those that a letter needs. */
function objectFor({ properties = {}, required = [] }: Schema): Facts {
  if (properties['postalCode']) return ADDRESS
  const names = required.length > 0 ? required : Object.keys(properties)
  return Object.fromEntries(names.map((name) => [name, valueFor(name, properties[name] ?? {})]))
}

function textFor(name: string, { format, pattern }: Schema): string {
  if (format === 'date-time') return `${RECENT_DATE}T12:00:00.000Z`
  if (format === 'date' || pattern) return name.endsWith('birth_date') ? BIRTH_DATE : RECENT_DATE
  return TEXTS.find(([like]) => like.test(name))?.[1] ?? 'synthetic'
}
