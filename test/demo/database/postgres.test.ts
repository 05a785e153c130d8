import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDataDir, aFolder, ask, isRunning, read, serverIn, start, write } from '../../support/postgres-users.ts'

test('A restart finds everything again, and a stop leaves no process', async () => {
  const dataDir = await aFolder()
  const first = await start({ dataDir })
  await write(first.url, 'moved house')
  const server = serverIn(dataDir)
  expect(isRunning(server)).toBe(true)
  await first.stop()
  expect(isRunning(server)).toBe(false)

  const again = await start({ dataDir })
  expect(again.attached).toBe(false)
  expect(await read(again.url)).toBe('moved house')
})

test('Only this machine is let in, with a password that only we can read', async () => {
  const dataDir = await aDataDir()
  const { url } = await start({ dataDir })
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600)
  await expect(ask(url.replace(/:[0-9a-f]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1')
  expect(await ask(url, 'show unix_socket_directories')).toBe('')
  expect(await ask(url, 'show password_encryption')).toBe('scram-sha-256')
})

test('A lost password file is replaced', async () => {
  const dataDir = await aDataDir()
  const first = await start({ dataDir })
  await write(first.url, 'still here')
  await first.stop()
  await rm(join(dataDir, 'postgres-password'))
  expect(await read((await start({ dataDir })).url)).toBe('still here')
})

test('Letters sort and fold alike on every machine, Welsh ones too', async () => {
  const { url } = await start({ dataDir: await aDataDir() })
  expect(await ask(url, "select upper('tŷ ŵyn')")).toBe('TŶ ŴYN')
  expect(await ask(url, "select 'Z' < 'a'")).toBe(true)
})

test('The server log shows what failed, but nothing of the rows', async () => {
  const dataDir = await aDataDir()
  const { url } = await start({ dataDir })
  const insert = "insert into people values ('Ceinwen Probert')"
  await ask(url, 'create table people (name text primary key)')
  await ask(url, insert)
  await expect(ask(url, insert)).rejects.toMatchObject({ code: '23505' })
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
  expect(log).toContain('duplicate key value')
  expect(log).not.toContain('Ceinwen')
})
