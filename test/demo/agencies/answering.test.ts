import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { immediatePace, type Pace } from '../../../src/demo/agencies/pace.ts'
import { startSampleAgencies, type SampleAgencies } from '../../../src/demo/agencies/sample-agencies.ts'
import { startOutsideService, type OutsideService } from './outside-service.ts'

let service: OutsideService

beforeAll(async () => {
  service = await startOutsideService()
})

afterAll(() => service.close())

test('a body that looks at the data later reports who looked, at what and why', async () => {
  const agencies = await someAgencies()

  await push(agencies, 'dwp', { jti: 'looked-at', sub_id: { format: 'opaque', id: 'person-of-dwp' } })

  await expect.poll(() => service.records.length).toBe(1)
  expect(service.records[0]).toEqual({
    agency: 'dwp',
    record: {
      record_id: expect.stringMatching(/^[0-9a-f-]{14}7/) as string,
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      parent_span_id: '00f067aa0ba902b7',
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      name: 'Check what a move changes',
      occurred_start: expect.stringMatching(/Z$/) as string,
      occurred_end: expect.stringMatching(/Z$/) as string,
      access_type: 'consult',
      controller: { id: 'dwp', unit: 'Leeds benefit centre', system: 'Customer Information System' },
      activity_id: `${service.baseUrl}/agreements/dwp-address/versions/3`,
      agreement_ref: 'dwp-address',
      life_event_ref: 'looked-at',
      data_categories: ['name', 'birth-date', 'address', 'household'],
      actor: { kind: 'officer', role: 'Benefits officer' },
      subject: { id_type: 'pairwise', id: 'person-of-dwp' },
    },
  })
})

test('while the service is away a body tries again, and keeps the order of what it has to say', async () => {
  const agencies = await someAgencies()
  service.failNext(2)

  await push(agencies, 'hmrc', { jti: 'patient' })

  await expect.poll(() => said('patient'), { timeout: 10_000 }).toEqual(['received', 'done'])
})

test('a body that is stopped in the middle goes on where it was, as the same body, and forgets no token', async () => {
  const folder = await aFolder()
  const pace = { ...immediatePace, delays: { ...immediatePace.delays, quickly: 2_000 } }
  const before = await someAgencies({ folder, pace })
  await push(before, 'hmrc', { jti: 'interrupted' })
  await expect.poll(() => said('interrupted')).toEqual(['received'])
  await before.close()

  const after = await someAgencies({ folder, pace })
  const again = await push(after, 'hmrc', { jti: 'interrupted' })

  expect(again.status).toBe(202)
  expect(after.received.map(({ duplicate }) => duplicate)).toEqual([true])
  expect(keysIn(after)).toEqual(keysIn(before))
  await expect.poll(() => said('interrupted'), { timeout: 5_000 }).toEqual(['received', 'done'])
})

test('what is taken back while a body is still at it is not finished first', async () => {
  const pace = { ...immediatePace, delays: { ...immediatePace.delays, slowly: 3_000 } }
  const agencies = await someAgencies({ pace })
  const about = { sub_id: { format: 'opaque', id: 'person-of-dwp' } }
  await push(agencies, 'dwp', { jti: 'begun', ...about })
  await expect.poll(() => said('begun')).toEqual(['received', 'in_progress'])

  const withdrawn = { change: 'withdrawn', original_jti: 'begun' }
  const events = { [`${service.baseUrl}/schemas/events/change-of-address/v1`]: withdrawn }
  const answers = [await push(agencies, 'dwp', { jti: 'taken-back', ...about, events })]
  answers.push(await push(agencies, 'dwp', { jti: 'taken-back', ...about, events }))

  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  await expect.poll(() => said('taken-back')).toEqual(['received', 'done'])
  await new Promise((resolve) => setTimeout(resolve, 3_300))
  expect(said('begun')).toEqual(['received', 'in_progress'])
  expect(said('taken-back')).toEqual(['received', 'done'])
})

test('what a body writes down holds no name, address, birth date or number', async () => {
  const folder = await aFolder()
  const agencies = await someAgencies({ folder })
  await push(agencies, 'hmrc', { jti: 'written-down' })
  await expect.poll(() => said('written-down')).toEqual(['received', 'done'])

  const written = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))

  expect(written.join()).toContain('written-down')
  expect(written.join()).not.toMatch(/Amira|Hassan|Harehills|LS8 5DR|CF14 6HF|1988-05-14/)
})

async function someAgencies(options: { folder?: string; pace?: Pace } = {}): Promise<SampleAgencies> {
  const agencies = await startSampleAgencies({ baseUrl: service.baseUrl, pace: immediatePace, ...options })
  onTestFinished(() => agencies.close())
  service.know(agencies.file)
  return agencies
}

async function push(agencies: SampleAgencies, id: string, claims: Record<string, unknown>): Promise<Response> {
  const stream = agencies.file.agencies.find((agency) => agency.id === id)?.streams[0]
  const headers = {
    'content-type': 'application/secevent+jwt',
    authorization: stream?.authorization_header ?? '',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  }
  const body = await service.sign({ claims: { aud: id, ...claims } })
  return fetch(stream?.endpoint_url ?? '', { method: 'POST', headers, body })
}

const said = (jti: string) => service.outcomes.filter((one) => one.jti === jti).map(({ outcome }) => outcome['status'])

const keysIn = ({ file }: SampleAgencies) =>
  file.agencies.map(({ jwks, streams }) => [jwks, streams[0]?.authorization_header])

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tell-us-once-agencies-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
