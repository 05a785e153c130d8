import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'separation'
const LAST_WEEK = addDays(ukToday(new Date()), -7)

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    benefits: {
      fields: ['names', 'kind', 'separation_date', 'former_partner', 'children_live_with', 'handle_with_care'],
    },
    tax: { fields: ['names', 'kind', 'separation_date', 'order_reference', 'former_partner', 'name_changes'] },
  })
})
afterAll(() => street.close())

const answers = {
  safety: { safety: 'no' },
  kind: { kind: 'dissolution' },
  when: dateFields('when', LAST_WEEK),
  order: { order: '1234-5678-9012-3456' },
  'name-partner': { 'name-partner': 'yes' },
  'partner-names': nameFields('partner-names', 'Daniel', 'Okafor'),
  'partner-birth-date': { 'not-known': 'yes' },
  children: { children: 'none' },
  'name-changes': { 'name-changes': 'yes' },
  'held-home': { 'held-home': 'yes' },
}

test('Llŷr’s civil partnership has ended', async () => {
  const llyr = await street.house.signIn('llyr')
  await answer(llyr, TYPE, answers)
  const preview = await send(llyr)
  expect(preview).toContain('A joint claim for Universal Credit ends')
  expect(preview).not.toContain('may notice')
  expect(preview).not.toMatch(/in danger|at risk/)
  const common = { names: toldName('Llŷr', 'Siôn', 'Prydderch'), kind: 'dissolution', separation_date: LAST_WEEK }
  const former_partner = { names: toldName('Daniel', 'Okafor') }
  expect(await street.tell()).toEqual({
    benefits: { ...common, former_partner },
    tax: { ...common, former_partner, order_reference: '1234-5678-9012-3456', name_changes: true },
  })
})

test('Margaret is afraid of her husband: help and a warning come first, and bodies learn the least', async () => {
  const margaret = await street.house.signIn('margaret')
  await margaret.get(`/report/${TYPE}`)
  expect(margaret.page.text).toMatch(/call 999.*0808 2000 247/)
  const asked = await answer(margaret, TYPE, { ...answers, safety: { safety: 'yes' } })
  expect(asked).toEqual(['safety', 'kind', 'when', 'order', 'name-changes', 'held-home'])
  const preview = await send(margaret)
  expect(preview).toMatch(/Your former partner may notice.*You can hold back a body until you are safe/)
  expect(margaret.page.$('.govuk-exit-this-page').length).toBe(1)
  expect(preview).toContain('Take care, because someone could be in danger: ')
  // Of the two bodies only one is told to take care.
  expect(preview.match(/This body is not told that you could be at risk\. Phone it first/g)).toHaveLength(1)
  const told = await street.tell()
  expect(told['benefits']).toMatchObject({ handle_with_care: true })
  expect(Object.keys(told['benefits'] ?? {}).toSorted()).toEqual([
    ...['handle_with_care', 'kind', 'names', 'separation_date'],
  ])
  expect(Object.keys(told['tax'] ?? {}).toSorted()).toEqual([
    'kind',
    'name_changes',
    'names',
    'order_reference',
    'separation_date',
  ])
})
