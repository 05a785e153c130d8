import { describe, expect, test } from 'vitest'
import { lifetime } from '../../src/identity/cached-document.ts'
import { attributesOf, parseBirthDate, parseNames } from '../../src/identity/claims.ts'
import { remember, take, type PendingSignIn } from '../../src/identity/pending-sign-in.ts'
import { mayFetch } from '../../src/identity/relying-party.ts'
import { safePath } from '../../src/identity/return-path.ts'
import { sessionEnd } from '../../src/identity/session.ts'
import { verdictOn } from '../../src/identity/sign-in-problem.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/clock.ts'

describe('a path to return to', () => {
  test.each([
    ['/reports', '/reports'],
    ['/reports/7K3M-9QXD?page=2', '/reports/7K3M-9QXD?page=2'],
    ['/report/change-of-address/%C5%B5', '/report/change-of-address/%C5%B5'],
    ['//evil.example', '/reports'],
    ['///evil.example', '/reports'],
    ['/\\evil.example', '/reports'],
    ['/reports\\..\\evil', '/reports'],
    ['/\t/evil.example', '/reports'],
    ['/.//evil.example', '/reports'],
    ['https://evil.example', '/reports'],
    ['javascript:alert(1)', '/reports'],
    ['reports', '/reports'],
    ['', '/reports'],
    ['/sign-in', '/reports'],
    ['/sign-out', '/reports'],
    ['/auth/callback?code=a', '/reports'],
    [undefined, '/reports'],
    [['/access'], '/reports'],
  ])('%j leads to %s', (wanted, path) => {
    expect(safePath(wanted)).toBe(path)
  })
})

describe('a session ends', () => {
  const start = Date.UTC(2026, 10, 22, 12)
  test.each([
    ['15 minutes after it was last used', start, start + 15 * MINUTE],
    ['two hours after sign-in, however often it is used', start + 119 * MINUTE, start + 2 * HOUR],
  ])('%s', (_when, lastSeenAt, end) => {
    expect(sessionEnd({ signedInAt: start, lastSeenAt })).toEqual(new Date(end))
  })
  test('at once when nobody knows when it began', () => {
    expect(sessionEnd({})).toEqual(new Date(15 * MINUTE))
  })
})

describe('a pending sign-in', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const pending: PendingSignIn = {
    ...{ step: 'authentication', nonce: 'n', verifier: 'v', returnTo: '/reports' },
    startedAt: now.getTime(),
  }

  test('is taken once', () => {
    const session = {}
    remember(session, 'a', pending)
    expect(take(session, 'a', now)).toEqual(pending)
    expect(take(session, 'a', now)).toBeUndefined()
  })

  test.each([
    [10 * MINUTE, true],
    [10 * MINUTE + 1, false],
  ])('after %i ms is good: %s', (age, good) => {
    const session = {}
    remember(session, 'a', pending)
    expect(take(session, 'a', new Date(now.getTime() + age)) !== undefined).toBe(good)
  })

  test.each([undefined, '', 'b', ['a'], 'toString', '__proto__'])('is not found by %j', (state) => {
    const session = {}
    remember(session, 'a', pending)
    expect(take(session, state, now)).toBeUndefined()
  })
})

describe('how long a document is held', () => {
  test.each<[Record<string, string>, number]>([
    [{}, HOUR],
    [{ 'cache-control': 'max-age=600, private' }, 10 * MINUTE],
    [{ 'cache-control': 'public, Max-Age=600', age: '300' }, 5 * MINUTE],
    [{ 'cache-control': 'max-age=60', age: '300' }, 0],
    [{ 'cache-control': 'no-cache' }, 0],
    [{ 'cache-control': 'no-store, max-age=600' }, 0],
    [{ 'cache-control': 'max-age=31536000' }, DAY],
    [{ 'cache-control': 'private' }, HOUR],
  ])('%j', (headers, milliseconds) => {
    expect(lifetime(new Headers(headers), HOUR)).toBe(milliseconds)
  })
})

describe('an address to fetch from', () => {
  test.each([
    ['https://oidc.account.gov.uk/token', true, true],
    ['http://localhost:3000/token', false, true],
    ['http://127.0.0.1:3000/token', false, true],
    ['http://localhost:3000/token', true, false],
    ['http://localhost.evil.example/token', false, false],
    ['http://oidc.account.gov.uk/token', false, false],
    ['ftp://localhost/token', false, false],
  ])('%s in production %s: %s', (url, production, allowed) => {
    expect(mayFetch(url, production)).toBe(allowed)
  })
})

describe('claims', () => {
  const VOCABULARY = 'https://vocab.account.gov.uk/v1'

  test('may all be absent, null or of another shape', () => {
    const nothing = { addresses: [], drivingPermits: [], passports: [] }
    const claims = ['address', 'drivingPermit', 'passport'].map((name) => `${VOCABULARY}/${name}`)
    for (const value of [undefined, null, [], 'text', {}, [null], ['text'], [{ validFrom: {} }]]) {
      expect(attributesOf(Object.fromEntries(claims.map((claim) => [claim, value])))).toEqual(nothing)
    }
  })

  test('keep what is known of an address, whether its number is text or not', () => {
    const address = [
      { uprn: '10022812929', streetName: ' HIGH STREET ', subBuildingName: '', validUntil: null, buildingName: null },
      { uprn: 100120472196, buildingNumber: 26, validUntil: '2020-01-01', unknownField: 'x' },
      { uprn: 'none', postalCode: 'GL1 5QB', validUntil: '2022-01-01' },
    ]
    expect(attributesOf({ [`${VOCABULARY}/address`]: address }).addresses).toEqual([
      { uprn: 10022812929, streetName: 'HIGH STREET' },
      { postalCode: 'GL1 5QB', validUntil: '2022-01-01' },
      { uprn: 100120472196, buildingNumber: '26', validUntil: '2020-01-01' },
    ])
  })

  test('leave out a document without its number', () => {
    const drivingPermit = [{ expiryDate: '2030-01-01' }, { personalNumber: 'DOE99802085J99FG', issueNumber: null }]
    expect(attributesOf({ [`${VOCABULARY}/drivingPermit`]: drivingPermit }).drivingPermits).toEqual([
      { personalNumber: 'DOE99802085J99FG' },
    ])
  })

  test('keep the order of a name’s parts, and put the current name first', () => {
    const part = (type: string, value: string) => ({ type, value })
    const former = {
      nameParts: [part('GivenName', 'Alice'), part('FamilyName', 'O’Donnell')],
      validUntil: '2020-03-01',
    }
    const current = { nameParts: [part('FamilyName', 'Nguyễn'), part('GivenName', 'Alice')], validFrom: '2020-03-01' }
    expect(parseNames([former, current])).toEqual([current, former])
    expect(parseNames([{ nameParts: [] }, { nameParts: [part('Title', 'Dr')] }])).toEqual([])
  })

  test.each([
    [[{ value: '1970-01-01' }, { value: '1971-01-01' }], '1970-01-01'],
    [[{ value: '1970-02-30' }], undefined],
    [[], undefined],
    ['1970-01-01', undefined],
  ])('take the first birth date of %j', (claim, date) => {
    expect(parseBirthDate(claim)).toBe(date)
  })
})

test('an error means another page in the identity step only when it is the person’s own doing', () => {
  expect(verdictOn('access_denied', 'authentication').problem).toBe('cancelled')
  expect(verdictOn('access_denied', 'identity').problem).toBe('not-proved')
  expect(verdictOn('server_error', 'identity')).toEqual(verdictOn('server_error', 'authentication'))
})
