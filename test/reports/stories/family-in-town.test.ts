import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import type { Client, Fields } from '../../support/client.ts'
import { startTown, type Town } from '../../support/town.ts'
import { answer, dateFields, nameFields, send, toldName } from './street.ts'

const LAST_WEEK = addDays(ukToday(new Date()), -7)

let town: Town
let amira: Client
beforeAll(async () => {
  town = await startTown()
  amira = await town.house.signIn('amira')
})
afterAll(() => town.close())

const usual = {
  safety: { safety: 'no' },
  'held-home': { 'held-home': 'yes' },
  numbers: { numbers: 'none' },
}

const stories: Record<string, Record<string, Fields>> = {
  marriage: {
    kind: { kind: 'civil-partnership' },
    when: dateFields('when', LAST_WEEK),
    place: { place: 'Leeds Town Hall' },
    registration: { registration: '' },
    consent: { consent: 'yes' },
    'partner-names': nameFields('partner-names', 'Daniel', 'Okafor'),
    'partner-birth-date': dateFields('partner-birth-date', '1986-02-03'),
    'name-changes': { 'name-changes': 'yes' },
  },
  birth: {
    name: nameFields('name', 'Iris', 'Okafor'),
    sex: { 'not-known': 'yes' },
    'birth-date': dateFields('birth-date', LAST_WEEK),
    place: { place: 'Leeds' },
    registration: { registration: '123456789' },
    'other-parent': { 'other-parent': 'yes' },
    permission: { permission: 'yes' },
    'parent-known': { 'parent-known': 'kept' },
    claiming: { claiming: 'me' },
  },
  separation: {
    kind: { kind: 'separation' },
    when: dateFields('when', LAST_WEEK),
    'name-partner': { 'name-partner': 'yes' },
    'partner-known': { 'partner-known': 'kept' },
    children: { children: 'me' },
    'name-changes': { 'name-changes': 'no' },
  },
  'change-of-name': {
    'new-name': nameFields('new-name', 'Amira', 'Okafor'),
    when: dateFields('when', LAST_WEEK),
    reason: { reason: 'civil-partnership' },
    evidence: { evidence: 'MXJ 123456' },
  },
}

test.each(Object.keys(stories))(
  'every body that is told of a %s gets what its agreement says and no more',
  async (type) => {
    const before = town.agencies.received.length
    await answer(amira, type, { ...usual, ...stories[type] })
    await amira.follow('Continue')
    const cards = amira.page.$('main form .govuk-summary-card').length
    const radios = amira.page.$('main form input[type="radio"]').toArray()
    await amira.get(`/report/${type}/check-answers`)
    await send(amira, Object.fromEntries(radios.map(({ attribs }) => [attribs['name'] ?? '', 'yes'])))

    const received = () => town.agencies.received.slice(before).filter(({ duplicate }) => !duplicate)
    await expect.poll(() => received().length, { timeout: 10_000 }).toBe(cards)
    expect(cards).toBeGreaterThan(0)
    for (const { agency, token } of received()) {
      expect(token.eventType.endsWith(`/schemas/events/${type}/v1`), agency).toBe(true)
      const agreed = town.agencies.file.agencies
        .filter(({ id }) => id === agency)
        .flatMap(({ agreements }) => agreements)
        .filter(({ events }) => events.some((event) => event.type === type))
        .flatMap(({ events, matching }) => [...events.flatMap(({ fields }) => fields), ...matching])
      expect(agreed, agency).toEqual(expect.arrayContaining(Object.keys(token.event)))
      expect(token.event['names'], agency).toEqual(toldName('Amira', 'Hassan'))
    }
  },
)

test('nobody is told of the permission that nobody has agreed to be told of', () => {
  const told = town.agencies.received.flatMap(({ token }) => Object.keys(token.event))
  expect(told).toEqual(expect.arrayContaining(['partner', 'former_partner', 'child_names', 'new_names']))
  expect(told).not.toContain('permission_given_at')
  expect(told).not.toContain('partner_consented_at')
})
