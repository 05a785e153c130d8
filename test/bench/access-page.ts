// The citizen's page over the access log among ten thousand, a million and ten million records: the same person with the
// same ten thousand, so that what differs is how many others have. Stated limit: the largest at most 1.5 times the smallest.
// `-- --sizes=10000,100000` measures other sizes.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { startHouse, type House } from '../support/house.ts'
import { fill, HERS } from './access-page-load.ts'
import { median, percentile, printJson, printTable, rounded } from './figures.ts'

const SIZES = sizesAskedFor() ?? [10_000, 1_000_000, 10_000_000]
const ROUNDS = 7
const PAGES_A_ROUND = 30
const AT_MOST = 1.5

let caller = 0
const closing: (() => Promise<void>)[] = []

try {
  const houses = []
  for (const size of SIZES) houses.push(await stand(size))
  // Who signed in before the largest was made may have been away for too long.
  const standing: Standing[] = []
  for (const house of houses) standing.push(await enter(house))
  // As a process that has been running for a while.
  for (const one of standing) await times(one)
  const measured = SIZES.map(() => [] as number[])
  // Interleaved, so that a busy machine is busy for all.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, one] of standing.entries()) measured[index]?.push(percentile(await times(one), 0.95))
  report(measured)
} finally {
  for (const close of closing) await close()
}

interface Standing {
  origin: string
  cookie: string
  /** The newest page, the second one, and that of one body. */
  paths: string[]
}

/** A database of its own, on disk and durable as in production, with so many records, and the web process over it. */
async function stand(size: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-bench-'))
  await chmod(dataDir, 0o755)
  const provided = await provideDatabase({ dataDir, log: () => undefined })
  const { urls } = provided
  const [owner, web, worker] = [openDatabase(urls.owner), openDatabase(urls.web), openDatabase(urls.worker)]
  const house = await startHouse({}, { database: { urls, owner, web, worker, close: () => Promise.resolve() } })
  house.app.set('trust proxy', 1)
  closing.push(async () => {
    await house.close()
    await Promise.all([owner, web, worker].map((pool) => pool.destroy()))
    await provided.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const begun = performance.now()
  await fill(house, size - HERS)
  const seconds = Math.round((performance.now() - begun) / 1000)
  process.stderr.write(`${size.toLocaleString('en-GB')} records in ${seconds} s\n`)
  return house
}

async function enter(house: House): Promise<Standing> {
  const browser = await house.signIn('amira')
  const { $ } = await browser.get('/access')
  const older = $('.govuk-pagination__next a').attr('href')
  if (!older) throw new Error('The list has one page only')
  const cookie = `session=${browser.cookie('session')}`
  return { origin: house.baseUrl, cookie, paths: ['/access', older, '/access?body=body-3'] }
}

/** Milliseconds of each request, one after the other. */
async function times({ origin, cookie, paths }: Standing): Promise<number[]> {
  const taken: number[] = []
  for (let page = 0; page < PAGES_A_ROUND; page += 1) {
    for (const path of paths) {
      caller += 1
      const headers = { cookie, 'x-forwarded-for': `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}` }
      const begun = performance.now()
      const response = await fetch(origin + path, { headers })
      const text = await response.text()
      if (response.status !== 200 || !text.includes('app-group')) throw new Error(`${path} answered ${response.status}`)
      taken.push(performance.now() - begun)
    }
  }
  return taken
}

function report(measured: readonly number[][]): void {
  const rows = SIZES.map((size, index) => ({
    ...{ what: `${size.toLocaleString('en-GB')} records, p95`, rounds: measured[index] ?? [], unit: 'ms' },
  }))
  printTable(`The citizen's page over the access log: medians of ${ROUNDS} interleaved rounds`, rows)
  const [first = [], last = []] = [measured.at(0), measured.at(-1)]
  const ratio = median(last.map((value, round) => value / (first[round] ?? Number.NaN)))
  process.stdout.write(`p95_10m_to_10k ${ratio.toFixed(2)} (limit ${AT_MOST}${ratio > AT_MOST ? ', above' : ''})\n`)
  const figures = Object.fromEntries(
    SIZES.map((size, index) => [`p95_${nameOf(size)}_ms`, median(measured[index] ?? [])]),
  )
  printJson({ name: 'access-page', figures: rounded(figures), ratios: rounded({ p95_10m_to_10k: ratio }) })
}

function nameOf(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1_000}k`
}

function sizesAskedFor(): number[] | undefined {
  const asked = process.argv.find((argument) => argument.startsWith('--sizes='))
  return asked?.slice('--sizes='.length).split(',').map(Number)
}
