import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { decodeJwt } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createWorker, type Worker } from '../../../src/deliveries/worker.ts'
import { aCitizen, type Citizen } from '../../support/access-log.ts'
import { follower } from '../../support/follow-ups.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aReport, MOVE } from '../../support/reports.ts'
import { projectFolder } from '../../support/source-files.ts'
import { faultsIn, fetchPatiently, openDocument } from './api-document.ts'
import { aBodyThatPolls } from './body-that-polls.ts'

/** The examples of the guide as a developer runs them: as files, with curl and Node, against a service that is up. */
const EXAMPLES = join(projectFolder, 'src/oversight/developers/examples')
const CLIENT_ID = 'leeds-city-council'

const hasShell = ['curl', 'openssl', 'sh'].every((program) => spawnSync(program, ['--help']).error === undefined)
if (!hasShell) process.stdout.write('\nThere is no curl or openssl here: only the Node examples of the guide are run\n')

let house: House
let worker: Worker
let amira: Citizen
let desk: string
let settings: Record<string, string>
const run = new Set<string>()

beforeAll(async () => {
  house = await startHouse()
  const { config, clock, logger, database } = house
  const { vault, setSigningKeys: signingKeys } = config
  desk = await mkdtemp(join(tmpdir(), 'tell-us-once-guide-'))
  await cp(EXAMPLES, desk, { recursive: true })
  // Where `npm install jose` would put it.
  await symlink(join(projectFolder, 'node_modules'), join(desk, 'node_modules'))
  settings = { PATH: process.env['PATH'] ?? '', SERVICE: house.baseUrl, CLIENT_ID }
  amira = await aCitizen(database, vault, 'amira')
  const { db, baseUrl } = { db: database.worker, baseUrl: house.baseUrl }
  worker = createWorker({ db, vault, clock, logger, baseUrl, signingKeys, allowLoopback: true })
  await worker.start()
})
afterAll(async () => {
  await worker.stop()
  await house.close()
  await rm(desk, { recursive: true })
})

/** Runs an example. @returns what it prints; JSON parsed. */
async function example(name: string, more: Record<string, string> = {}): Promise<unknown> {
  run.add(name)
  const stdout = await patiently(name, { ...settings, ...more })
  try {
    return JSON.parse(stdout) as unknown
  } catch {
    return stdout.trim()
  }
}

/** A machine that does much else answers "unavailable" for a second now and then, as it should. */
async function patiently(name: string, env: Record<string, string>, tries = 10): Promise<string> {
  const program = name.endsWith('.sh') ? 'sh' : process.execPath
  try {
    return (await promisify(execFile)(program, [name], { cwd: desk, env })).stdout
  } catch (error) {
    if (tries === 0 || !/\b503\b/.test(String((error as { stderr?: string }).stderr))) throw error
    await pause(1000)
    return patiently(name, env, tries - 1)
  }
}

/** The Node example where there is no curl, if there is one. */
const either = (shell: string, node: string, more?: Record<string, string>) => example(hasShell ? shell : node, more)

test('a body makes a key, and gets a token with it', async () => {
  const jwks = (await example('make-key.mjs')) as { keys: Record<string, unknown>[] }
  expect(await readFile(join(desk, 'private-key.pem'), 'utf8')).toContain('BEGIN PRIVATE KEY')
  await aBodyThatPolls(house.database, { jwks })
  const token = (await example('get-token.mjs')) as AccessToken
  expect(token).toMatchObject({ expires_in: 300, token_type: 'Bearer' })
  const again = (await either('get-token.sh', 'get-token.mjs')) as AccessToken
  settings['TOKEN'] = again.access_token
  expect(decodeJwt(again.access_token)).toMatchObject({ client_id: CLIENT_ID, aud: house.baseUrl })
})

interface AccessToken {
  access_token: string
}

test('it polls, checks what it gets, and keeps it before it says so', async () => {
  const [stream] = (await call('GET', '/ssf/streams')) as { stream_id: string }[]
  settings['STREAM_ID'] = stream?.stream_id ?? ''
  const reportId = await report()
  await vi.waitFor(async () => expect(await example('poll.mjs')).toBe('1 taken, 0 refused'), SOON)
  const [first] = await kept('events.jsonl')
  settings['JTI'] = first?.jti ?? ''
  settings['PERSON'] = first?.sub_id.id ?? ''
  expect(await example('poll.mjs')).toBe('0 taken, 0 refused')
  expect(await example('apply-changes.mjs')).toMatchObject([[first?.jti, { move_date: MOVE['move_date'] }]])
  const { vault } = house.config
  await follower(house.database, vault, amira).correct(reportId, { ...MOVE, move_date: '2026-11-21' })
  await vi.waitFor(async () => expect(await example('poll.mjs')).toBe('1 taken, 0 refused'), SOON)
  expect(await example('apply-changes.mjs')).toMatchObject([[first?.jti, { move_date: '2026-11-21' }]])
})

test('what it is told fits the schema of its agreement', async () => {
  const path = '/schemas/agreements/leeds-address/change-of-address'
  const schema = (
    hasShell ? await example('get-schema.sh', { AGREEMENT: 'leeds-address' }) : await call('GET', path)
  ) as {
    properties: object
  }
  const [first] = await kept('events.jsonl')
  const told = Object.keys(Object.values(first?.events ?? {})[0] ?? {})
  expect(told.filter((field) => !Object.hasOwn(schema.properties, field))).toEqual([])
})

test('it says what it did, and the citizen sees the last it said', async () => {
  await example('send-outcome.mjs')
  if (hasShell) for (const name of ['ask-for-more.sh', 'send-outcome.sh']) await example(name)
  const outcomes = await house.database.owner('outcomes').where({ delivery_id: settings['JTI'] }).pluck('status')
  expect(outcomes).toEqual(hasShell ? ['in_progress', 'needs_information', 'done'] : ['in_progress'])
})

test.runIf(hasShell)(
  'it reads again what it was told, has it sent again, and reports that an officer looked',
  async () => {
    const page = (await example('read-events.sh')) as { events: unknown[]; next: string }
    expect(page.events).toHaveLength(2)
    expect(await example('read-events.sh', { CURSOR: page.next })).toMatchObject({ events: [], more: false })
    expect(await example('read-state.sh')).toMatchObject({ jti: settings['JTI'], state: 'corrected' })
    expect(await example('replay.sh')).toMatchObject({ queued: 1 })
    await vi.waitFor(async () => expect(await example('poll.mjs')).toBe('1 taken, 0 refused'), SOON)
    expect((await kept('events.jsonl')).at(-1)?.jti).toBe(settings['JTI'])
    await example('resync.sh')
    await vi.waitFor(async () => expect(await example('poll.mjs')).toBe('1 taken, 0 refused'), SOON)
    expect((await kept('events.jsonl')).at(-1)?.events).toHaveProperty([`${house.baseUrl}/schemas/events/resync/v1`])
    const more = { RECORD_ID: uuidv7(), AGREEMENT_URL: `${house.baseUrl}/agreements/leeds-address/versions/1` }
    expect(await example('report-access.sh', more)).toMatchObject({ results: [{ result: 'recorded' }] })
  },
)

test.runIf(hasShell)('it makes streams of its own, and pauses one', async () => {
  const stream = (await example('make-poll-stream.sh')) as { stream_id: string }
  const more = { STREAM_ID: stream.stream_id }
  await example('verify-stream.sh', more)
  const { sets } = (await example('poll.sh', more)) as { sets: Record<string, string> }
  const [jti = ''] = Object.keys(sets)
  expect(decodeJwt(sets[jti] ?? '')['events']).toEqual({ [VERIFICATION]: { state: 'my-first-try' } })
  expect(await example('acknowledge.sh', { ...more, JTI: jti })).toEqual({ sets: {}, moreAvailable: false })
  await example('add-subject.sh', more)
  expect(await example('pause-stream.sh', more)).toMatchObject({ status: 'paused' })
})

test('it is pushed to, by nobody else, and proves that its stream works', async () => {
  const [port, secret] = [await freePort(), 'a-long-secret']
  const receiver = spawn(process.execPath, ['receive.mjs'], {
    cwd: desk,
    env: { ...settings, PORT: String(port), SECRET: secret },
  })
  run.add('receive.mjs')
  const said = linesOf(receiver)
  await vi.waitFor(() => expect(said).toContain('ready'), SOON)
  const url = `http://localhost:${port}/`
  const stranger = await fetch(url, { method: 'POST', body: 'x' })
  expect([stranger.status, await stranger.json()]).toMatchObject([400, { err: 'authentication_failed' }])
  const forged = await fetch(url, { method: 'POST', body: 'x', headers: { authorization: `Bearer ${secret}` } })
  expect([forged.status, await forged.json()]).toMatchObject([400, { err: 'invalid_request' }])
  const stream = (
    hasShell
      ? await example('make-push-stream.sh', { RECEIVER: url, SECRET: secret })
      : await call('POST', '/ssf/streams', pushTo(url, secret))
  ) as { stream_id: string }
  const more = { STREAM_ID: stream.stream_id }
  if (hasShell) await example('verify-stream.sh', more)
  else await call('POST', '/ssf/verification', { stream_id: stream.stream_id, state: 'my-first-try' })
  await vi.waitFor(() => expect(said).toContain(VERIFICATION), SOON)
  await report()
  await vi.waitFor(() => expect(said).toContain(`${house.baseUrl}/schemas/events/change-of-address/v1`), SOON)
  const document = await openDocument(house.baseUrl)
  for (const claims of await kept('received.jsonl')) {
    expect(await document.faults('/components/schemas/EventToken', claims)).toEqual([])
  }
  receiver.kill()
})

test('what the guide says that it gets has the form that is published', async () => {
  const document = await openDocument(house.baseUrl)
  for (const [name, schema] of [
    ['event.json', 'EventToken'],
    ['withdrawal.json', 'EventToken'],
    ['error.json', 'Problem'],
  ] as const) {
    run.add(name)
    expect(await document.faults(`/components/schemas/${schema}`, await shown(name)), name).toEqual([])
  }
  const schema = (await call('GET', '/schemas/events/change-of-address/v1')) as { $id: string }
  registerSchema(schema)
  for (const name of ['event.json', 'withdrawal.json']) {
    const [event] = Object.values(((await shown(name)) as unknown as Kept).events)
    expect(faultsIn(await validate(schema.$id, event as never, 'BASIC')), name).toEqual([])
  }
})

test('and every example of the guide has been run', async () => {
  const names = (await readdir(EXAMPLES)).filter((name) => hasShell || !name.endsWith('.sh'))
  // The others import it.
  run.add('check-token.mjs')
  expect(names.filter((name) => !run.has(name))).toEqual([])
})

const shown = async (name: string) => JSON.parse(await readFile(join(EXAMPLES, name), 'utf8')) as object

const VERIFICATION = 'https://schemas.openid.net/secevent/ssf/event-type/verification'
const SOON = { timeout: 15_000, interval: 100 }

const report = () => aReport(house.database, house.config.vault, amira)

const pushTo = (endpoint_url: string, secret: string) => ({
  delivery: { method: 'urn:ietf:rfc:8935', endpoint_url, authorization_header: `Bearer ${secret}` },
})

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetchPatiently(house.baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${settings['TOKEN']}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return response.json()
}

interface Kept {
  jti: string
  sub_id: { id: string }
  events: Record<string, Record<string, unknown>>
}

async function kept(file: string): Promise<Kept[]> {
  const lines = (await readFile(join(desk, file), 'utf8')).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Kept)
}

function linesOf({ stdout }: ChildProcess): string[] {
  const lines: string[] = []
  stdout?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')))
  return lines
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
