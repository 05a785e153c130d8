/** The likeliest of `known` for what somebody mistyped; undefined when nothing is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const wanted = simple(typed)
  const [best] = known
    .map((name) => ({ name, distance: editDistance(wanted, simple(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return best?.name
}

/** ` (did you mean purpose?)`, or nothing. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = nearest(typed, known)
  return name === undefined ? '' : ` (did you mean ${name}?)`
}

// endpointUrl, endpoint-url and endpoint_url are one slip apart, however many letters that is.
const simple = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** How many letters must be added, dropped or replaced (Levenshtein), one row of the table at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
