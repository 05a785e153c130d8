import { chmod, mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explainFailure } from '../../../src/demo/database/postgres-failure.ts'
import { aDataDir, aFolder, aUser, start } from '../../support/postgres-users.ts'

const root = process.getuid?.() === 0

describe('It says what is wrong and what to do', () => {
  test('when the data folder cannot be made', async () => {
    const file = join(await aFolder(), 'file')
    await writeFile(file, '')
    await expect(start({ dataDir: join(file, 'data') })).rejects.toThrow(
      /The folder .*\/file\/data cannot be used \(.*\): set DATA_DIR to a folder that can be written\.$/,
    )
  })

  test('when the data folder cannot be written', async () => {
    const dataDir = await aFolder(0o555)
    const { error } = await aUser({ dataDir, ...(root && { uid: 65534 }) })
    expect(error).toMatch(/cannot be used \(EACCES.*\): set DATA_DIR to a folder that can be written\.$/)
  })

  test('when the data belongs to somebody else', async () => {
    const dataDir = await aFolder(0o777)
    await mkdir(join(dataDir, 'postgres'), { mode: root ? 0o700 : 0o000 })
    const { error } = await aUser({ dataDir, ...(root && { uid: 65534 }) })
    expect(error).toMatch(/postgres cannot be read \(EACCES.*\): start as the user it belongs to, or set DATABASE_URL/)
  })

  test('when the data was written by another version', async () => {
    const dataDir = await aDataFolder({ PG_VERSION: '12\n' })
    await expect(start({ dataDir })).rejects.toThrow(
      /was written by PostgreSQL 12, and this is 18: move it away to start with an empty database, or set DATABASE_URL/,
    )
  })

  test('when the folder holds something else', async () => {
    const dataDir = await aDataFolder({ 'notes.txt': 'shopping' })
    await expect(start({ dataDir })).rejects.toThrow(/is not a PostgreSQL data folder: move it away/)
  })

  test('when the data is damaged', async () => {
    const dataDir = await aDataDir()
    await truncate(join(dataDir, 'postgres/global/pg_control'), 100)
    await expect(start({ dataDir })).rejects.toThrow(
      /could not start: it said "could not read file "global\/pg_control"/,
    )
  })

  test('when the data was in a work folder that is gone', async () => {
    const dataDir = await aFolder()
    await writeFile(join(dataDir, 'postgres-elsewhere'), '/var/lib/tell-us-once-gone')
    await expect(start({ dataDir })).rejects.toThrow(
      /was in \/var\/lib\/tell-us-once-gone, which is gone: bring it back/,
    )
  })

  test('when a library is missing', async () => {
    const program = await aProgram(
      'echo "libicuuc.so.60: cannot open shared object file: error while loading shared libraries" >&2; exit 127',
    )
    await expect(start({ dataDir: await aFolder(), program })).rejects.toThrow(
      /does not run on this machine \(libicuuc.*\): run npm rebuild/,
    )
  })

  test('when the program is not for this machine', async () => {
    const program = await aProgram('')
    await rm(join(program, 'bin/postgres'))
    await expect(start({ dataDir: await aFolder(), program })).rejects.toThrow(
      /does not run on this machine \(.*ENOENT\): set DATABASE_URL to a PostgreSQL of your own\.$/,
    )
  })
})

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /the disk is full; make room/],
  ['initdb: error: could not create directory "x": Read-only file system', /its folder is read-only; set DATA_DIR/],
  ['FATAL:  could not create shared memory segment: Invalid argument', /too little shared memory/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /too little shared memory/],
  ['LOG:  starting\nFATAL:  something unheard of', /it said "something unheard of"; .*set DATABASE_URL/],
  ['initdb: error: something else', /it said "something else"/],
  ['', /it said "nothing"/],
])('%j is put in plain words', (output, sentence) => {
  expect(explainFailure(output)).toMatch(sentence)
})

async function aDataFolder(files: Record<string, string>): Promise<string> {
  const dataDir = await aFolder()
  await mkdir(join(dataDir, 'postgres'), { mode: 0o700 })
  for (const [name, text] of Object.entries(files)) await writeFile(join(dataDir, 'postgres', name), text)
  return dataDir
}

/** A folder with a `postgres` that is only this shell script. */
async function aProgram(script: string): Promise<string> {
  const program = await aFolder()
  await mkdir(join(program, 'bin'))
  await writeFile(join(program, 'bin/postgres'), `#!/bin/sh\n${script}\n`)
  await chmod(join(program, 'bin/postgres'), 0o755)
  return program
}
