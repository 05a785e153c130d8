import { ukToday } from '../../src/shared/dates.ts'
import { manyAgreements } from '../support/many-agreements.ts'
import { timesOf } from './asked-pages.ts'
import { median, percentile } from './figures.ts'
import type { Compared } from './registers.ts'
import { standingHouse } from './standing-house.ts'

const SIZES = { '200': 200, '20k': 20_000 }
const ROUNDS = 9
const TIMES_A_ROUND = 12

/** What readers do: look at it, page on, search, narrow it, all at once. */
const ASKED = [
  '/agreements',
  '/agreements?words=topic7',
  '/agreements?words=council+file+topic7',
  '/agreements?body=borough+77',
  '/agreements?agency=body-7',
  '/agreements?cluster=human-services&standing=live',
  '/agreements?event=birth',
  '/agreements?purpose=topic9&power=act+number',
  '/agreements?standing=review-due',
  '/agreements?review=6',
  '/agreements?standing=ended',
]

/** Pages of the register among many agreements against few, of the same bodies. */
export async function agreementsAmongMany(): Promise<Compared> {
  const standing = []
  for (const [name, count] of Object.entries(SIZES)) {
    const { house, close } = await standingHouse()
    await manyAgreements(house.database.owner, count, ukToday(new Date()))
    await house.database.owner.raw('vacuum analyze')
    const further = await placesFurtherOn(house.baseUrl)
    standing.push({ ...{ name, close, origin: house.baseUrl, paths: [...ASKED, ...further] }, p95: [] as number[] })
  }
  try {
    // As processes that have been running for a while.
    for (const { origin, paths } of standing) await timesOf(origin, paths, TIMES_A_ROUND)
    // Interleaved, so that a busy machine is busy for both.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { origin, paths, p95 } of standing)
        p95.push(percentile(await timesOf(origin, paths, TIMES_A_ROUND), 0.95))
  } finally {
    for (const { close } of standing) await close()
  }
  const [few = [], many = []] = standing.map(({ p95 }) => p95)
  return {
    title: `The register of agreements: medians of ${ROUNDS} interleaved rounds`,
    rows: standing.map(({ name, p95 }) => ({ what: `${name} agreements, p95`, rounds: p95, unit: 'ms' })),
    figures: Object.fromEntries(standing.map(({ name, p95 }) => [`agreements_p95_${name}_ms`, median(p95)])),
    ratios: { agreements_p95_20k_to_200: median(many.map((value, round) => value / (few[round] ?? Number.NaN))) },
  }
}

/** The second page and the fifth. */
async function placesFurtherOn(origin: string): Promise<string[]> {
  const places: string[] = []
  let path: string | undefined = '/agreements'
  for (let page = 1; path !== undefined && page < 5; page += 1) {
    const html: string = await (await fetch(origin + path)).text()
    path = /href="(\/agreements\?after=[^"]+)"/.exec(html)?.[1]
    if (path !== undefined) places.push(path)
  }
  return [places.at(0), places.at(-1)].filter((place) => place !== undefined)
}
