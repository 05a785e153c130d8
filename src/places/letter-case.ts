/**
 * `HAREHILLS LANE` as people write it: `Harehills Lane`. Address files hold capitals only; what letter case was lost
 * comes back by rule (`Stoke-on-Trent`, `Heol y Deri`, `St Mary’s Road`, `Flat 3A`), rarely a proper noun's own.
 */
export function inLetterCase(capitals: string): string {
  const words = capitals.trim().split(/\s+/)
  return words
    .map((word, index) => (index > 0 && index < words.length - 1 && SMALL.has(word) ? word.toLowerCase() : cased(word)))
    .join(' ')
}

// English and Welsh words that stay small inside a name. Not A: in `Flat A West` it is a letter.
const SMALL = new Set([
  ...['AND', 'AT', 'BY', 'CUM', 'FOR', 'IN', 'LE', 'NEXT', 'OF', 'ON', 'THE', 'UNDER', 'UPON', 'WITH'],
  ...['AR', 'DAN', 'I', 'UWCH', 'Y', 'YN', 'YR'],
])

const KEPT = new Set(['BBC', 'BT', 'DVLA', 'GP', 'HM', 'HMP', 'II', 'III', 'IV', 'NHS', 'PO', 'RAF', 'UK', 'YMCA'])

function cased(word: string): string {
  if (/\d/.test(word) || KEPT.has(word)) return word
  const parts = word.split('-')
  return parts.map((part, index) => (staysSmall(parts, index) ? part.toLowerCase() : name(part))).join('-')
}

/** `Stoke-on-Trent`; in Welsh also what follows the article: `Pen-y-bont`. */
function staysSmall(parts: string[], index: number): boolean {
  const inside = index > 0 && index < parts.length - 1 && SMALL.has(parts[index] ?? '')
  return inside || ['Y', 'YR'].includes(parts[index - 1] ?? '')
}

/** `O'NEILL` is O’Neill and `MARY'S` is Mary’s: after an apostrophe a name begins only when it follows one letter. */
function name(part: string): string {
  const [first = '', ...rest] = part.replaceAll("'", '’').split('’')
  const later = rest.map((piece) => (first.length === 1 && piece.length > 1 ? capital(piece) : piece.toLowerCase()))
  return [capital(first), ...later].join('’')
}

/** From the first letter on: `(WEST)`, `MCDONALD`. */
function capital(text: string): string {
  const lower = text.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase())
  return lower.replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}
