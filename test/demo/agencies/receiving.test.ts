import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { immediatePace } from '../../../src/demo/agencies/pace.ts'
import { startSampleAgencies, type SampleAgencies } from '../../../src/demo/agencies/sample-agencies.ts'
import { move, startOutsideService, type OutsideService, type TokenChanges } from './outside-service.ts'

let service: OutsideService
let agencies: SampleAgencies

beforeAll(async () => {
  service = await startOutsideService()
  agencies = await startSampleAgencies({ baseUrl: service.baseUrl, pace: immediatePace })
  service.know(agencies.file)
})

afterAll(async () => {
  await agencies.close()
  await service.close()
})

test('a right token is acknowledged, and answered with what the body did', async () => {
  const jti = crypto.randomUUID()

  const answer = await push(await service.sign({ claims: { jti } }))

  expect(answer).toEqual({ status: 202, body: '' })
  await expect.poll(() => outcomesOf(jti).map(({ status }) => status)).toEqual(['received', 'done'])
})

test('a token that comes twice is acknowledged twice and processed once', async () => {
  const token = await service.sign({ claims: { jti: 'comes-twice' } })

  const answers = [await push(token), await push(token)]

  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  const seen = agencies.received.filter(({ token: { jti } }) => jti === 'comes-twice')
  expect(seen.map(({ duplicate }) => duplicate)).toEqual([false, true])
  await expect.poll(() => outcomesOf('comes-twice').length).toBe(2)
  await afterOneMore()
  expect(outcomesOf('comes-twice').length).toBe(2)
})

describe('a wrong token is refused in the words of RFC 8935, and nothing is done about it', () => {
  const now = Math.floor(Date.now() / 1000)
  const wrong: [what: string, err: string, changes: () => Promise<TokenChanges> | TokenChanges][] = [
    [
      'signed by somebody else',
      'authentication_failed',
      async () => ({ key: (await generateKeyPair('ES256')).privateKey }),
    ],
    ['signed with a key that is not published', 'invalid_key', () => ({ header: { kid: 'another' } })],
    ['from another issuer', 'invalid_issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['for another body', 'invalid_audience', () => ({ claims: { aud: 'dwp' } })],
    ['issued ten minutes ago', 'invalid_request', () => ({ claims: { iat: now - 600 } })],
    ['issued in the future', 'invalid_request', () => ({ claims: { iat: now + 600 } })],
    ['without the time of issue', 'invalid_request', () => ({ claims: { iat: undefined } })],
    ['of another type', 'invalid_request', () => ({ header: { typ: 'JWT' } })],
    ['without a jti', 'invalid_request', () => ({ claims: { jti: undefined } })],
    ['with sub', 'invalid_request', () => ({ claims: { sub: 'person' } })],
    ['with exp', 'invalid_request', () => ({ claims: { exp: now + 600 } })],
    ['about nobody', 'invalid_request', () => ({ claims: { sub_id: undefined } })],
    ['without an event', 'invalid_request', () => ({ claims: { events: {} } })],
    [
      'with two events',
      'invalid_request',
      () => ({ claims: { events: { 'https://a.example/': {}, 'https://b.example/': {} } } }),
    ],
    ['with an event nobody asked for', 'invalid_request', () => ({ claims: { events: { 'https://a.example/': {} } } })],
    [
      'with an event that is not of its schema',
      'invalid_request',
      () => ({ claims: { events: eventOf({ names: 'Amira' }) } }),
    ],
  ]

  test.each(wrong)('%s: %s', async (_what, err, changes) => {
    const before = agencies.received.length

    const answer = await push(await service.sign(await changes()))

    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toEqual({ err, description: expect.stringMatching(/./) as string })
    expect(agencies.received.length).toBe(before)
  })

  test('an event that is not a token at all', async () => {
    const answer = await push('{"events":{}}')
    expect(JSON.parse(answer.body)).toMatchObject({ err: 'invalid_request' })
  })
})

test.each([
  ['no authorization', {}],
  ['another body’s authorization', { authorization: 'Bearer of-somebody-else' }],
])('with %s even a right token is refused', async (_what, headers) => {
  const answer = await push(await service.sign(), { 'content-type': 'application/secevent+jwt', ...headers })

  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body)).toMatchObject({ err: 'authentication_failed' })
})

test('only security event tokens are taken', async () => {
  const { authorization_header: authorization = '' } = streamOf('hmrc')
  const answer = await push(await service.sign(), { 'content-type': 'application/jwt', authorization })
  expect(JSON.parse(answer.body)).toMatchObject({ err: 'invalid_request' })
})

test('one address of a body does not take what another is told in confidence', async () => {
  const [licence, logBook] = agencies.file.agencies[0]?.streams ?? []
  const token = await service.sign({ claims: { aud: 'dvla' } })

  const answer = await pushTo(licence?.endpoint_url, token, logBook?.authorization_header)

  expect(JSON.parse(answer.body)).toMatchObject({ err: 'authentication_failed' })
})

test('a body that is down at first asks to be called again, then takes the token', async () => {
  const pace = { ...immediatePace, unavailableCalls: 2 }
  const slow = await startSampleAgencies({ baseUrl: service.baseUrl, pace })
  service.know(slow.file)
  const stream = slow.file.agencies.find(({ id }) => id === 'student-loans-company')?.streams[0]
  const token = await service.sign({ claims: { aud: 'student-loans-company', jti: 'patience' } })
  const once = () => pushTo(stream?.endpoint_url, token, stream?.authorization_header)

  const answers = [await once(), await once(), await once()]

  expect(answers.map(({ status }) => status)).toEqual([503, 503, 202])
  await expect.poll(() => outcomesOf('patience').map(({ status }) => status)).toEqual(['received', 'done'])
  await slow.close()
})

const eventOf = (event: object) => ({
  [`${service.baseUrl}/schemas/events/change-of-address/v1`]: { ...move, ...event },
})

function streamOf(agency: string) {
  const stream = agencies.file.agencies.find(({ id }) => id === agency)?.streams[0]
  if (!stream) throw new Error(`${agency} has no stream`)
  return stream
}

const push = (token: string, headers?: Record<string, string>) => {
  const { endpoint_url, authorization_header } = streamOf('hmrc')
  return pushTo(endpoint_url, token, authorization_header, headers)
}

async function pushTo(url = '', body = '', authorization = '', headers?: Record<string, string>) {
  const usual = { 'content-type': 'application/secevent+jwt', authorization }
  const response = await fetch(url, { method: 'POST', body, headers: headers ?? usual })
  return { status: response.status, body: await response.text() }
}

const outcomesOf = (jti: string) => service.outcomes.filter((one) => one.jti === jti).map(({ outcome }) => outcome)

/** Whatever a body still had to say before this token has been said after it. */
async function afterOneMore(): Promise<void> {
  const jti = crypto.randomUUID()
  await push(await service.sign({ claims: { jti } }))
  await expect.poll(() => outcomesOf(jti).length).toBe(2)
}
