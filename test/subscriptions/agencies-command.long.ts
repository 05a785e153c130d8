import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { agencyEntry, fileOf, streamEntry } from '../support/agencies-file.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const COMMAND = fileURLToPath(new URL('../../src/commands/agencies.ts', import.meta.url))

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tell-us-once-agencies-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('a file is checked, applied, applied again and listed', async () => {
  const file = await aFile(
    fileOf(agencyEntry({ streams: [streamEntry({ endpoint_url: 'https://leeds.gov.uk/set?key=s3cret' })] })),
  )

  expect(await agencies('check', file)).toEqual({
    code: 0,
    out: [`${file} has no mistakes. Agencies: leeds-city-council.`],
    err: [],
  })
  expect(await findAgency(database.web, 'leeds-city-council')).toBeUndefined()
  expect(await agencies('list')).toMatchObject({ code: 0, out: ['No agencies yet: apply an agencies file.'] })

  expect(await agencies('apply', file)).toMatchObject({
    code: 0,
    out: [
      'leeds-city-council: added',
      'leeds-city-council: agreement leeds-address made, version 1',
      'leeds-city-council: streams[0] added (push)',
      'Applied 3 changes: 1 agency, 1 agreement and 1 stream now stand as the file says.',
    ],
  })
  expect(await agencies('apply', file)).toMatchObject({
    code: 0,
    out: ['Nothing to change: 1 agency, 1 agreement and 1 stream stand as the file says.'],
  })
  expect(await agencies('list')).toMatchObject({
    code: 0,
    out: [
      'leeds-city-council  Leeds City Council  human-services  active',
      '  agreement leeds-address, version 1: live',
      '  stream push https://leeds.gov.uk/set: enabled',
    ],
  })
})

test('mistakes end it with 1, on their lines, and nothing is applied', async () => {
  const file = await aFile(
    fileOf(agencyEntry({ id: 'dvla' }), agencyEntry({ id: 'hmrc', clustr: 'x', agreements: [] })),
  )
  const result = await agencies('apply', file)
  expect(result).toMatchObject({ code: 1, out: [] })
  expect(result.err[0]).toBe(`${file} has 1 mistake. Nothing was applied.`)
  expect(result.err[1]).toMatch(
    /^ {2}line \d+: agencies\[1\]\.clustr is not a key that belongs here \(did you mean cluster\?\)$/,
  )
  expect(await findAgency(database.web, 'dvla')).toBeUndefined()
})

test('what only the database knows is a mistake on its line too', async () => {
  await agencies('apply', await aFile(fileOf(agencyEntry())))
  const result = await agencies('apply', await aFile(fileOf(agencyEntry({ id: 'cardiff-council' }))))
  expect(result.code).toBe(1)
  expect(result.err[1]).toMatch(
    /^ {2}line \d+: agencies\[0\]\.agreements\[0\]\.id is the id of an agreement with leeds/,
  )
})

test('broken JSON, and a file that is not there', async () => {
  const file = join(folder, 'broken.json')
  await writeFile(file, '{"agencies": [}')
  expect(await agencies('check', file)).toEqual({
    code: 1,
    out: [],
    err: [
      `${file} has 1 mistake. Nothing was applied.`,
      '  is not JSON: a value or ] should stand at line 1, column 15',
    ],
  })
  expect(await agencies('apply', join(folder, 'none.json'))).toEqual({
    code: 1,
    out: [],
    err: [`Cannot read ${join(folder, 'none.json')}: no such file or directory`],
  })
})

test.each([[[]], [['aply', 'a.json']], [['apply']], [['check', 'a.json', 'b.json']], [['list', 'a.json']]])(
  'called with %j it tells how it is called, and ends with 2',
  async (words) => {
    const result = await agencies(...words)
    expect(result).toMatchObject({ code: 2, out: [] })
    expect(result.err[0]).toBe('Usage:')
  },
)

let files = 0

async function aFile(content: unknown): Promise<string> {
  const file = join(folder, `agencies-${(files += 1)}.json`)
  await writeFile(file, JSON.stringify(content, null, 2))
  return file
}

/** As `npm run agencies -- <words>` runs it, on this test's database. */
function agencies(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.urls.owner, DATA_DIR: folder }
  const lines = (text: string) => text.split('\n').filter((line) => line !== '')
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...words], { env, cwd: folder }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out: lines(out), err: lines(err) }),
    )
  })
}
