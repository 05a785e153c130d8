import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { birthDateOf, findPersona, personas } from '../../src/demo/one-login/personas.ts'
import { forkOneLogin, type OneLoginSettings } from '../../src/demo/one-login/process.ts'
import { normalPostcode } from '../../src/shared/address.ts'
import { ageOn } from '../../src/shared/dates.ts'
import { createClient } from '../support/client.ts'

let folder: string
let settings: OneLoginSettings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-login-'))
  const { publicKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'rp', alg: 'RS256', use: 'sig' }
  const client = { id: 'tell-us-once', jwks: { keys: [key] } }
  settings = { baseUrl: 'http://localhost:1', client, keysFile: join(folder, 'one-login.json') }
})
afterAll(() => rm(folder, { recursive: true }))

const documentsOf = async ({ issuer, didUrl }: { issuer: string; didUrl: string }) =>
  Promise.all([`${issuer}.well-known/jwks.json`, didUrl].map(async (url) => (await fetch(url)).json()))

describe('the simulated One Login as a process', () => {
  test('is the same after a restart: address, keys and people', async () => {
    const first = await forkOneLogin(settings)
    const documents = await documentsOf(first)
    await first.close()
    const second = await forkOneLogin(settings)
    expect(second.issuer).toBe(first.issuer)
    expect(await documentsOf(second)).toEqual(documents)
    await second.close()
    await expect(fetch(second.issuer)).rejects.toThrow()
  })

  test('keeps its keys for its owner only', async () => {
    await loadOneLoginKeys(settings.keysFile)
    expect((await stat(settings.keysFile)).mode & 0o777).toBe(0o600)
  })

  test('takes another port when its own is taken', async () => {
    const [first, second] = [await forkOneLogin(settings), await forkOneLogin(settings)]
    expect(second.port).not.toBe(first.port)
    await Promise.all([first.close(), second.close()])
  })

  test('says why it does not start', async () => {
    await expect(forkOneLogin({ ...settings, keysFile: folder })).rejects.toThrow(/did not start.*EISDIR/)
  })

  test('ends when its parent is gone', async () => {
    const main = fileURLToPath(new URL('../../src/demo/one-login/main.ts', import.meta.url))
    const child = fork(main, [], { stdio: 'ignore' })
    child.send(settings)
    await once(child, 'message')
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('says on every page that it is a simulation, in both languages', async () => {
    const simulator = await forkOneLogin(settings)
    const browser = createClient(simulator.issuer)
    for (const path of [
      '',
      '?ui_locales=cy',
      'authorize',
      'logout',
      'logout?ui_locales=cy',
      'nowhere',
      'interaction/x',
    ]) {
      const page = await browser.get(`${simulator.issuer}${path}`)
      expect(page.$('.govuk-phase-banner').text(), path).toMatch(/This is not GOV\.UK One Login|Nid GOV\.UK One Login/)
    }
    await simulator.close()
  })
})

describe('its people', () => {
  test('have ids, contact details and addresses that belong to nobody and look like the real ones', () => {
    expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length)
    for (const { email, phone, addresses } of personas) {
      expect(email).toMatch(/@example\.com$/)
      expect(phone).toMatch(/^\+447700900\d{3}$/)
      for (const { postalCode = '' } of addresses) expect(normalPostcode(postalCode)).toBe(postalCode)
    }
  })

  test('have one current address and one current name, if their identity can be proved', () => {
    for (const { names, addresses } of personas.filter(({ identity }) => identity === 'proved')) {
      expect(names.filter(({ validUntil }) => !validUntil)).toHaveLength(1)
      expect(addresses.filter(({ validUntil }) => !validUntil)).toHaveLength(1)
    }
  })

  test.each([
    ['2026-02-28', '2009-03-01'],
    ['2026-03-01', '2010-03-01'],
    ['2027-02-28', '2010-03-01'],
    ['2027-03-01', '2011-03-01'],
  ])('on %s the one of 16 was born on %s', (today, born) => {
    const kofi = findPersona('kofi')
    const birthDate = kofi && birthDateOf(kofi, today)
    expect(birthDate).toBe(born)
    expect(ageOn(birthDate ?? '', today)).toBe(16)
  })
})
