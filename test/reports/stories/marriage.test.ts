import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'marriage'
const PARTNER = ['partner', 'partner_consented_at']
const LAST_WEEK = addDays(ukToday(new Date()), -7)

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    tax: { fields: ['names', 'kind', 'ceremony_date', ...PARTNER] },
    benefits: { fields: ['names', 'kind', 'ceremony_date', 'ceremony_place', 'registration_reference', 'partner'] },
    pensions: { fields: ['names', 'kind', 'ceremony_date'] },
    separations: { type: 'separation', fields: ['names', 'kind', 'separation_date', 'former_partner'] },
    separated: { type: 'separation', fields: ['names', 'kind', 'children_live_with', 'order_reference'] },
  })
})
afterAll(() => street.close())

const wedding = {
  safety: { safety: 'no' },
  kind: { kind: 'marriage' },
  when: dateFields('when', LAST_WEEK),
  place: { place: 'Leeds Town Hall' },
  registration: { registration: 'mxj 123456' },
  consent: { consent: 'yes' },
  'partner-names': nameFields('partner-names', 'Daniel', 'Okafor'),
  'partner-birth-date': dateFields('partner-birth-date', '1986-02-03'),
  'name-changes': { 'name-changes': 'yes' },
  'held-home': { 'held-home': 'yes' },
}

const divorce = {
  safety: { safety: 'no' },
  kind: { kind: 'divorce' },
  when: dateFields('when', LAST_WEEK),
  order: { 'not-known': 'yes' },
  'name-partner': { 'name-partner': 'yes' },
  'partner-known': { 'partner-known': 'kept' },
  children: { children: 'me' },
  'name-changes': { 'name-changes': 'no' },
  'held-home': { 'held-home': 'yes' },
}

const names = toldName('Amira', 'Hassan')
const daniel = { names: toldName('Daniel', 'Okafor'), birth_date: '1986-02-03' }

test('Amira marries, and later tells of her divorce: whom she named once she need not name again', async () => {
  const amira = await street.house.signIn('amira')
  await answer(amira, TYPE, wedding)
  expect(await send(amira)).toContain('You may have to claim Universal Credit together')
  expect(amira.page.$('main a[href="/report/change-of-name"]').text()).toContain('Report your new name')
  const ceremony = { names, kind: 'marriage', ceremony_date: LAST_WEEK }
  expect(await street.tell()).toEqual({
    tax: { ...ceremony, partner: daniel, partner_consented_at: expect.stringMatching(/^\d{4}-/) as unknown },
    benefits: {
      ...ceremony,
      ceremony_place: 'Leeds Town Hall',
      registration_reference: 'MXJ 123456',
      partner: daniel,
    },
    pensions: ceremony,
  })

  const asked = await answer(amira, 'separation', divorce)
  expect(asked).not.toContain('partner-names')
  const offered = await amira.get('/report/separation/partner-known')
  expect(offered.text).toMatch(/Daniel Okafor.*Someone else/)
  await amira.get('/report/separation/check-answers')
  expect(await send(amira)).toContain('What you get or pay together with your former partner will change')
  expect(await street.tell()).toEqual({
    separations: { names, kind: 'divorce', separation_date: LAST_WEEK, former_partner: daniel },
    separated: { names, kind: 'divorce', children_live_with: 'me' },
  })

  const { 'partner-known': _known, ...nobodyKnown } = divorce
  const again = await answer(amira, 'separation', {
    ...nobodyKnown,
    'partner-names': wedding['partner-names'],
    'partner-birth-date': { 'not-known': 'yes' },
  })
  expect(again, 'a former partner is offered to nobody').toContain('partner-names')
})

test('Grace is in danger: her partner is neither asked about nor told of', async () => {
  const grace = await street.house.signIn('grace')
  const asked = await answer(grace, TYPE, { ...wedding, safety: { safety: 'yes' } })
  expect(asked.filter((question) => /partner|consent/.test(question))).toEqual([])
  await send(grace)
  const told = await street.tell()
  expect(Object.keys(told).toSorted()).toEqual(['benefits', 'pensions', 'tax'])
  expect(told['tax']).not.toHaveProperty('partner')
})

test('a partner is named only once they agreed', async () => {
  const llyr = await street.house.signIn('llyr')
  await expect(answer(llyr, TYPE, { ...wedding, consent: {} })).rejects.toThrow(/your partner’s permission/)
})
