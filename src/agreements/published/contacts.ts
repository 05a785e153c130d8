import type { Read } from './cells.ts'

/**
 * Addresses to write to, of roles and never of people: an e-mail address is kept when it names a task (`foi`,
 * `data.protection`), and pages of councils with it.
 */
export function contactsIn(cell: string): Read<string[]> {
  if (cell.trim() === '') return { value: [], problems: ['is blank'] }
  const found = cell.match(/https:\/\/[^\s,;]+|[^\s,;:<>()]+@[^\s,;:<>()]+/g) ?? []
  const all = found.map((address) => (address.startsWith('https:') ? address : address.toLowerCase()))
  const [mine, others] = [all.filter(isOfRole), all.filter((address) => !isOfRole(address))]
  const value = [...new Set(mine)]
  const rest = cell.replaceAll(/https:\/\/[^\s,;]+|[^\s,;:<>()]+@[^\s,;:<>()]+/g, '').replaceAll(/[\s,;]|\bor\b/g, '')
  return {
    value,
    problems: [
      ...(others.length > 0 ? ['has an address of a person: left out'] : []),
      ...(value.length < mine.length ? ['has an address twice: kept once'] : []),
      ...(rest === '' ? [] : ['has more than addresses: left out']),
      ...value.filter(isRetired).map((address) => `has an address under a retired domain: ${address}`),
      ...value.filter(isNoDomain).map((address) => `has an address that leads nowhere: ${address}`),
    ],
  }
}

const TASKS =
  /access|box|council|customer|data|democratic|disclosure|dpo|foi|freedom|gdpr|govern|igu|info|legal|nfi|policy|privacy|protection|quer|request|rights|sar\b|secur|service|tax/

const isOfRole = (address: string) => address.startsWith('https:') || TASKS.test(address.split('@')[0] ?? '')

// Closed in 2019.
const isRetired = (address: string) => /\.gsi\.gov\.uk$/.test(address)

const isNoDomain = (address: string) => /@[^/]*\.gov$/.test(address)
