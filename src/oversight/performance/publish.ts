import { figures, findFigure, type Figure, type Measure, type PublishedFigure } from './figure.ts'

/** Fewer are not said of people: the rule of all published counts here. */
export const FEWEST = 5

/**
 * What may be published of what was measured. Of the whole service every figure has a row, if an empty one; of a body only
 * where there is something to say, so that a row that is missing tells nobody whether there were few or none.
 */
export function publishable(measures: readonly Measure[]): PublishedFigure[] {
  const known = measures.filter(({ figure, agencyId }) => agencyId === '' || findFigure(figure)?.bodies)
  return [...Map.groupBy(withEmpty(known), ({ figure, part }) => `${figure} ${part}`).values()].flatMap(publishedPart)
}

function withEmpty(measures: readonly Measure[]): Measure[] {
  const there = new Set(
    measures.filter(({ agencyId }) => agencyId === '').map(({ figure, part }) => `${figure} ${part}`),
  )
  const missing = figures.flatMap(({ id, parts }) => parts.map((part) => ({ figure: id, part })))
  const empty = { agencyId: '', n: 0, of: null, value: null }
  return [
    ...measures,
    ...missing.filter(({ figure, part }) => !there.has(`${figure} ${part}`)).map((one) => ({ ...one, ...empty })),
  ]
}

/** One part of one figure, of the service and of all bodies. */
function publishedPart(measures: readonly Measure[]): PublishedFigure[] {
  const figure = findFigure(measures[0]?.figure ?? '')
  if (!figure) return []
  const hidden = hiddenBodies(figure, measures)
  return measures.flatMap((measure) => {
    const { part, agencyId } = measure
    const value = hidden.has(agencyId) ? null : valueOf(figure, measure)
    return agencyId !== '' && value === null ? [] : [{ figure: figure.id, part, agencyId, value }]
  })
}

/**
 * Bodies of which a count is not said. Those with few; and as many more, the smallest first, as it takes that what is
 * missing from the sum does not tell of few either.
 */
function hiddenBodies({ unit, people }: Figure, measures: readonly Measure[]): Set<string> {
  if (!people || unit !== 'count') return new Set()
  const bodies = measures
    .filter(({ agencyId, n }) => agencyId !== '' && n > 0)
    .toSorted((one, other) => one.n - other.n)
  const few = bodies.filter(({ n }) => n < FEWEST)
  const missing = few.reduce((sum, { n }) => sum + n, 0)
  const next = missing > 0 && missing < FEWEST ? bodies.slice(few.length, few.length + 1) : []
  return new Set([...few, ...next].map(({ agencyId }) => agencyId))
}

function valueOf({ unit, people, given }: Figure, { n, of, value }: Measure): number | null {
  if (given || !['count', 'share'].includes(unit))
    return value === null ? null : rounded(value, unit === 'pounds' ? 100 : 10)
  if (unit === 'count') return people && n < FEWEST ? null : n
  if (of === null || of === 0 || (people && tellsOfFew(n, of))) return null
  return rounded((100 * n) / of, 10)
}

/** A share gives away what it is made of: not those who are in it, nor those who are not, may be few. */
const tellsOfFew = (n: number, of: number) => of < FEWEST || isFew(n) || isFew(of - n)

const isFew = (count: number) => count > 0 && count < FEWEST

const rounded = (value: number, steps: number) => Math.round(value * steps) / steps
