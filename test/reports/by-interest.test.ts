import { afterAll, beforeAll, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { emailIdentifier, identifierHash, listedHash } from '../../src/subscriptions/identifier.ts'
import type { Client } from '../support/client.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import { startHouse, type House } from '../support/house.ts'
import { answerMove, reportMove } from '../support/move.ts'
import { applyBodies } from './bodies.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  const agreements = [agreementEntry({ id: 'schemes-address', events: [MOVES] })]
  const name = { en: 'Pension Schemes', cy: 'Cynlluniau Pensiwn' }
  const schemes = agencyEntry({ id: 'schemes', name, agreements, routing: { interest: true } })
  const other = agencyEntry({ id: 'other', agreements: [agreementEntry({ id: 'other-address', events: [MOVES] })] })
  await applyBodies(house, fileOf(schemes, other))
})
afterAll(() => house.close())

const MOVES = { type: 'change-of-address', fields: ['names', 'new_address'] }

const preview = async (client: Client, language = '') => {
  await client.get(`/report/change-of-address/who-will-be-told${language}`)
  return client.page.$('main').text().replace(/\s+/g, ' ')
}
const toldOf = async (reference: string) => {
  const { database, clock, config } = house
  await fanOut(database.worker, config.vault, clock())
  const report = await database.owner('reports').where({ reference }).first<{ id: string }>('id')
  const where = { report_id: report?.id }
  return database.owner('deliveries').where(where).orderBy('agency_id').pluck<string[]>('agency_id')
}
/** As the body's program does, over the API. */
const list = async (email: string) => {
  const { database, config } = house
  const [stream] = await database.owner('subscriptions').where({ agency_id: 'schemes' }).select<{ id: string }[]>('id')
  await database.owner('stream_subjects').insert({
    ...{ subscription_id: stream?.id, agency_id: 'schemes', format: 'email', wanted: true, changed_at: new Date() },
    subject_hash: listedHash('schemes', identifierHash(config.vault, emailIdentifier(email))),
  })
}

test('a citizen is shown that a body is told only if it has a file on them, and not whether it has', async () => {
  const amira = await house.signIn('amira')
  await answerMove(amira)
  const before = await preview(amira)
  expect(before.match(/Only if it already has a file on you\./g)).toHaveLength(1)
  expect(await preview(amira, '?lang=cy')).toContain('Dim ond os oes ganddo ffeil amdanoch yn barod.')
  await preview(amira, '?lang=en')
  const unlisted = await reportMove(amira)
  expect(await toldOf(unlisted)).toEqual(['other'])
  const page = await amira.get(`/reports/${unlisted}`)
  expect(page.text).toMatch(/Who we did not tell .*Pension Schemes As far as we know, it has no file on you\./)

  await list('amira.hassan@example.com')
  await answerMove(amira)
  expect(await preview(amira)).toBe(before)
  expect(await toldOf(await reportMove(amira))).toEqual(['other', 'schemes'])
})
