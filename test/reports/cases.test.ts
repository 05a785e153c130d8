import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { listCases } from '../../src/reports/somebody-else/case-store.ts'
import { aCitizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { follower } from '../support/follow-ups.ts'
import { aReport } from '../support/reports.ts'

const COMMAND = fileURLToPath(new URL('../../src/commands/cases.ts', import.meta.url))

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tell-us-once-cases-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('an operator lists cases, looks at one and closes it with a note that is kept sealed', async () => {
  expect(await cases('list')).toEqual({ code: 0, out: ['No case is open.'], err: [] })
  const { vault } = readConfig({ DATA_DIR: folder })
  const amira = await aCitizen(database, vault, 'amira')
  const reportId = await aReport(database, vault, amira)
  await follower(database, vault, amira).withdraw(reportId, true)
  const [opened] = await listCases(database.worker)
  const id = opened?.id ?? ''

  const line = `${id}  open  wrong-report  ${opened?.openedAt.toISOString()}`
  expect(await cases('list')).toEqual({ code: 0, out: [line], err: [] })
  const shown = await cases('show', id)
  expect(shown.out[0]).toBe(line)
  const { reference } = await database.owner('reports').first<{ reference: string }>('reference')
  expect(shown.out.join(' '), 'that is read on record').not.toContain(reference)
  expect(shown.out[1]).toContain(`/operator/cases/${id}`)

  expect(await cases('close', id, '--note', 'Spoke to Amira')).toMatchObject({ code: 0, out: [`Closed ${id}.`] })
  expect(await cases('close', id, '--note', 'Again')).toMatchObject({ code: 1 })
  expect(await cases('list')).toMatchObject({ out: ['No case is open.'] })
  expect((await cases('show', id)).out.at(-1)).toMatch(/^closed .*: Spoke to Amira$/)
  const { note } = await database.owner('cases').where({ id }).first<{ note: Buffer }>('note')
  expect(note.toString('latin1')).not.toContain('Amira')
})

test.each([[[]], [['show', 'nonsense']], [['close', '01a20564-cc84-777d-bea3-0bd166f9e7b9']], [['list', '--some']]])(
  'called wrongly (%j), it says how',
  async (words) => {
    const { code, err } = await cases(...words)
    expect(code).toBe(2)
    expect(err[0]).toBe('Usage:')
  },
)

test('a case that is not there is not closed', async () => {
  expect(await cases('show', '01a20564-cc84-777d-bea3-0bd166f9e7b9')).toMatchObject({
    code: 1,
    err: ['There is no such case, or it is closed already.'],
  })
})

function cases(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.urls.owner, DATA_DIR: folder }
  const lines = (text: string) => text.split('\n').filter((line) => line !== '')
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...words], { env, cwd: folder }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out: lines(out), err: lines(err) }),
    )
  })
}
