import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aDataDir, aFolder, aUser, isRunning, read, serverIn, start, write } from '../../support/postgres-users.ts'

test('Two that start at once share one server, and the last to finish stops it', async () => {
  const dataDir = await aFolder()
  const [one, other] = await Promise.all([aUser({ dataDir }), aUser({ dataDir })])
  expect(one.url).toBe(other.url)
  expect([one.attached, other.attached].sort()).toEqual([false, true])

  const [starter, guest] = one.attached ? [other, one] : [one, other]
  const server = serverIn(dataDir)
  await write(guest.url, 'from the guest')
  await starter.finish()
  expect(isRunning(server)).toBe(true)
  expect(await read(guest.url)).toBe('from the guest')
  await guest.finish()
  expect(isRunning(server)).toBe(false)
})

test('A guest that finishes leaves the server to the one that started it', async () => {
  const dataDir = await aDataDir()
  const host = await start({ dataDir })
  const guest = await aUser({ dataDir })
  await guest.finish()
  await write(host.url, 'undisturbed')
  expect(await read(host.url)).toBe('undisturbed')
})

test('Ctrl-C reaches us and not the server, so that we can finish our work with it', async () => {
  const dataDir = await aDataDir()
  const user = await aUser({ dataDir })
  const server = serverIn(dataDir)
  expect(await user.finish('Ctrl-C')).toBe(true)
  expect(isRunning(server)).toBe(false)
})

test('After a kill the server ends by itself, and the next start finds what was committed', async () => {
  const dataDir = await aDataDir()
  const user = await aUser({ dataDir })
  await write(user.url, 'committed')
  const server = serverIn(dataDir)
  await user.kill()
  await vi.waitFor(() => expect(isRunning(server)).toBe(false), 5000)
  expect(await read((await start({ dataDir })).url)).toBe('committed')
})

test('After a kill with the server still running, the next start takes over', async () => {
  const dataDir = await aDataDir()
  const user = await aUser({ dataDir })
  await write(user.url, 'committed')
  const orphan = serverIn(dataDir)
  const pipe = openSync(join(dataDir, 'postgres-alive'), 'r+') // as if nobody had noticed that the user died
  await user.kill()
  expect(isRunning(orphan)).toBe(true)

  const next = await start({ dataDir })
  closeSync(pipe)
  expect(next.attached).toBe(false)
  expect(isRunning(orphan)).toBe(false)
  expect(await read(next.url)).toBe('committed')
})

test('A kill of the server itself loses nothing, even when its process number is taken by another program', async () => {
  const dataDir = await aDataDir()
  const user = await aUser({ dataDir })
  await write(user.url, 'committed')
  const server = serverIn(dataDir)
  process.kill(server, 'SIGKILL')
  await vi.waitFor(() => expect(isRunning(server)).toBe(false), 5000)
  await expect(start({ dataDir })).rejects.toThrow('its PostgreSQL has ended: stop that process and start again')

  await user.finish()
  const { uid } = await stat(join(dataDir, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid })
  onTestFinished(() => void stranger.kill())
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${stranger.pid}\n${dataDir}/postgres\n`)
  expect(await read((await start({ dataDir })).url)).toBe('committed')
})
