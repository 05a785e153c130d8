import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Agent, request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { EVERYWHERE, LOOPBACK, takePort, type Door } from '../../src/web/listen.ts'

test('a door answers 503 until it is open, then as the application does', async () => {
  const door = await take(0)
  const early = await fetch(urlOf(door))
  door.open((_req, res) => res.end('welcome'))

  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
  expect(await (await fetch(urlOf(door))).text()).toBe('welcome')
})

test('a port that is taken is said in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo

  for (const hosts of [LOOPBACK, EVERYWHERE]) {
    await expect(takePort(port, hosts)).rejects.toThrow(
      new Error(`Port ${port} is taken by another program: stop that one, or choose another port with PORT.`),
    )
  }
})

test('closing lets those inside finish, accepts nobody new and does not wait for idle connections', async () => {
  const door = await take(0)
  let finish = () => undefined as void
  const inside = new Promise<void>((resolve) => {
    door.open((_req, res) => {
      finish = () => void res.end('finished')
      resolve()
    })
  })
  // A client that would hold its connection open for long.
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const answer = new Promise<string>((resolve, reject) => {
    request(urlOf(door), { agent }, (res) => res.setEncoding('utf8').on('data', resolve))
      .on('error', reject)
      .end()
  })
  await inside

  const closed = door.close()
  await expect(fetch(urlOf(door))).rejects.toThrow()
  finish()

  expect(await answer).toBe('finished')
  const started = Date.now()
  await closed
  expect(Date.now() - started).toBeLessThan(2_000)
})

async function take(port: number): Promise<Door> {
  const door = await takePort(port, LOOPBACK)
  onTestFinished(() => door.close())
  return door
}

const urlOf = ({ port }: Door) => `http://127.0.0.1:${port}/`
