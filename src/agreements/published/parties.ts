import type { Read } from './cells.ts'

/** A party to a published agreement: by name, by the description that the Act lists it under, or both. */
export interface Party {
  /** As in Schedules 4 to 8 of the Act: `A district council in England`. */
  description?: string
  name?: string
}

/** A list told apart by commas; a part with a comma of its own stands in quotes. */
export function partiesIn(cell: string): Read<Party[]> {
  const parts = (cell.match(/"[^"]*"|[^,]+/g) ?? []).map((part) => part.replaceAll('"', '').trim())
  const read = parts.filter((part) => part !== '').map(partyIn)
  const value = [...new Map(read.map((party) => [keyOf(party), party])).values()]
  const nameless = parts.filter((part) => isDescription(part))
  return {
    value,
    problems: [
      ...(value.length === 0 ? ['is blank'] : []),
      ...(value.length < read.length ? ['has a party twice: kept once'] : []),
      ...(parts.some((part) => PERSON.test(part)) ? ['names a person: left out'] : []),
      ...[...new Set(nameless)].map((description) => `does not say which: ${description}`),
      ...(parts.some((part) => /:\S/.test(part)) ? ['has no blank after a colon: read all the same'] : []),
    ],
  }
}

/** `A district council in England: Bolton council`. What begins as a description and has no name is one alone. */
function partyIn(text: string): Party {
  const [, description, name] = /^(An? [^:]+|The proprietor [^:]+|Secretary of State [^:]+):\s*(.+)$/.exec(text) ?? []
  if (description === undefined || name === undefined)
    return isDescription(text) ? { description: text } : { name: text }
  return PERSON.test(text) ? { description } : { description, name }
}

const isDescription = (text: string) => /^(An? |The proprietor )[^:]+$/.test(text)

// The register is of bodies; a few that are one person's business stand in it under that person's name.
const PERSON = /:\s*(Mr|Mrs|Ms|Miss|Dr)\b/i

const keyOf = ({ description = '', name = '' }: Party) => `${description}\n${name}`.toLowerCase()
