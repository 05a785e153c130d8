import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { httpDeathRegister } from '../../src/reports/somebody-else/http-death-register.ts'
import { createLogger } from '../../src/shared/log.ts'
import { toldName } from './stories/street.ts'

const NAMES = toldName('Nia', 'Prydderch')

let answer: (res: ServerResponse) => void
const asked: { method?: string | undefined; url?: string | undefined; key?: string | undefined; body: unknown }[] = []
const logs: string[] = []
const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
    asked.push({ method: req.method, url: req.url, key: req.headers.authorization, body })
    answer(res)
  })
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => void asked.splice(0))

const register = () =>
  httpDeathRegister({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/deaths`,
    key: 's3cret',
    clock: () => new Date(),
    logger: createLogger({ level: 'info', write: (line) => logs.push(line) }),
    timeout: 300,
  })

const json = (status: number, body: unknown) => (res: ServerResponse) => {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

test('asks with both, and neither stands in the address', async () => {
  answer = json(200, { names: NAMES, birth_date: '1939-06-17', cause: 'not ours to know' })
  expect(await register().find('TU00D4E5F6', '2026-11-02')).toEqual({
    kind: 'found',
    death: { reference: 'TU00D4E5F6', names: NAMES, birthDate: '1939-06-17', deathDate: '2026-11-02' },
  })
  const body = { reference: 'TU00D4E5F6', death_date: '2026-11-02' }
  expect(asked).toEqual([{ method: 'POST', url: '/deaths', key: 'Bearer s3cret', body }])
})

test.each([
  ['says that there is none', 'none', json(404, {})],
  ['refuses', 'unavailable', json(403, {})],
  ['breaks', 'unavailable', json(500, {})],
  ['answers something else', 'unavailable', json(200, { names: 'Nia' })],
  ['answers no JSON', 'unavailable', (res: ServerResponse) => void res.end('<html>')],
  ['says nothing', 'unavailable', () => undefined],
])('when it %s, that is %s', async (_what, kind, how) => {
  answer = how
  expect(await register().find('TU00D4E5F6', '2026-11-02')).toEqual({ kind })
  expect(logs.join('')).not.toMatch(/TU00D4E5F6|s3cret|Nia/)
})
