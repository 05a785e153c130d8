import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { moveHome } from '../../../src/demo/database/postgres-folder.ts'
import { installedProgram } from '../../../src/demo/database/postgres-program.ts'
import { aFolder, aUser, isRunning, read, serverIn, start, write } from '../../support/postgres-users.ts'

const root = process.getuid?.() === 0
const NOBODY = 65534

test('Somebody without privileges starts it in a folder of their own', async () => {
  const { dataDir, ...options } = await somebodysFolder()
  const user = await aUser({ dataDir, ...options })
  expect(user.error).toBe('')
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(root ? NOBODY : process.getuid?.())
  const server = serverIn(dataDir)
  await user.finish()
  expect(isRunning(server)).toBe(false)
})

test('What root starts on somebody’s data, they can start again without root', async () => {
  const { dataDir, ...options } = await somebodysFolder()
  const first = await aUser({ dataDir, ...options })
  await write(first.url, 'mine')
  await first.finish()
  const byRoot = await start({ dataDir })
  await byRoot.stop()
  const again = await aUser({ dataDir, ...options })
  expect(again.error).toBe('')
  expect(await read(again.url)).toBe('mine')
})

test('In a folder closed to others, a server of root’s works elsewhere and the data comes home', async () => {
  const closed = await closedProject()
  const first = await start(closed)
  await write(first.url, 'private')
  const [work] = workFolders(closed.dataDir)
  expect(existsSync(join(closed.dataDir, 'postgres'))).toBe(!root)
  expect(work === undefined).toBe(!root)
  await first.stop()
  expect(await readdir(join(closed.dataDir, 'postgres'))).toContain('PG_VERSION')
  expect(work && existsSync(work)).toBeFalsy()
  expect(workFolders(closed.dataDir)).toEqual([])

  expect(await read((await start(closed)).url)).toBe('private')
})

test('The same with the folder on another disk than the place where the server works', async () => {
  const dataDir = join(await aFolder(0o700, existsSync('/dev/shm') ? '/dev/shm' : undefined), '.data')
  const first = await start({ dataDir })
  await write(first.url, 'copied')
  expect(existsSync(join(dataDir, 'postgres'))).toBe(!root)
  await first.stop()
  expect(await readdir(dataDir)).toEqual([
    'postgres',
    'postgres-password',
    'postgres.lock',
    'postgres.log',
    'postgres.users',
  ])

  expect(await read((await start({ dataDir })).url)).toBe('copied')
})

test('In a folder closed to others, a kill leaves the data where the next start finds it', async () => {
  const closed = await closedProject()
  const user = await aUser(closed)
  await write(user.url, 'private')
  const [work] = workFolders(closed.dataDir)
  await user.kill()

  const next = await start(closed)
  expect(await read(next.url)).toBe('private')
  expect(work && existsSync(work)).toBeFalsy()
  await next.stop()
  expect(existsSync(join(closed.dataDir, 'postgres/PG_VERSION'))).toBe(true)
})

describe('A move that was killed half way is mended', () => {
  test.each([
    ['noted, nothing moved yet', { home: ['postgres'], work: [] }],
    ['on the way out, copying', { home: ['postgres'], work: ['postgres.partial'] }],
    ['out, copied', { home: ['postgres'], work: ['postgres'] }],
    ['out, original being deleted', { home: ['postgres.old'], work: ['postgres'] }],
    ['out, with the server’s own files', { home: [], work: ['postgres', 'program'] }],
    ['on the way home, copying', { home: ['postgres.partial'], work: ['postgres'] }],
    ['home, copied', { home: ['postgres'], work: ['postgres'] }],
    ['home, copy being deleted', { home: ['postgres'], work: ['postgres.old'] }],
    ['home, work folder deleted', { home: ['postgres'], work: undefined }],
  ])('%s', async (_, { home: atHome, work: atWork }) => {
    const [home, work] = [await aFolder(), await aFolder()]
    await writeFile(join(home, 'postgres-elsewhere'), work)
    await populate(home, atHome)
    if (atWork) await populate(work, atWork)
    else await rm(work, { recursive: true })

    await moveHome(home)
    expect(await readFile(join(home, 'postgres/PG_VERSION'), 'utf8')).toBe('complete')
    expect(await readdir(home)).toEqual(['postgres'])
    expect(existsSync(work)).toBe(false)
  })
})

/** Folders of data: those that are called `postgres` are complete, others are not. */
async function populate(folder: string, names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name))
    if (name === 'postgres') await writeFile(join(folder, name, 'PG_VERSION'), 'complete')
  }
}

/** A data folder of an account without privileges: `nobody` when we are root, who may not see our project's files. */
async function somebodysFolder(): Promise<{ dataDir: string; program?: string; uid?: number }> {
  const folder = await aFolder()
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  if (!root) return { dataDir }
  await chown(dataDir, NOBODY, NOBODY)
  return { dataDir, program: copyOfProgram(folder), uid: NOBODY }
}

/** A project in a folder that only its owner may enter, with PostgreSQL's own files in it. */
async function closedProject(): Promise<{ dataDir: string; program: string }> {
  const folder = await aFolder(0o700)
  return { dataDir: join(folder, '.data'), program: copyOfProgram(folder) }
}

function copyOfProgram(folder: string): string {
  execFileSync('cp', ['-R', installedProgram(), join(folder, 'program')])
  return join(folder, 'program')
}

function workFolders(dataDir: string): string[] {
  const record = join(dataDir, 'postgres-elsewhere')
  return existsSync(record) ? [readFileSync(record, 'utf8')] : []
}
