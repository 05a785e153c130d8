import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Facts } from '../../src/catalogue/life-event.ts'
import { factsOfReports } from '../../src/reports/report-store.ts'
import { addYears, formatDate, ukToday } from '../../src/shared/dates.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies, LEEDS } from './bodies.ts'
import {
  alone,
  dateFields,
  MOVE_DAY,
  at,
  BASE,
  begin,
  fromVerified,
  noNumbers,
  plainMove,
  send,
  toOtleyRoad,
  walk,
  when,
} from './walk.ts'

const SEVEN_YEARS_AGO = addYears(ukToday(new Date()), -7)

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

interface StoredReport {
  id: string
  reference: string
  data_key_id: string
  facts: Buffer
  areas: string[]
  withheld: Record<string, string>
  safety: boolean
  fanned_out_at: Date | null
}

async function stored(reference: string): Promise<StoredReport & { opened: Facts | undefined }> {
  const row = await house.database.worker<StoredReport>('reports').where({ reference }).first()
  if (!row) throw new Error(`No report ${reference}`)
  const facts = await factsOfReports(house.database.worker, house.config.vault, [row])
  return { ...row, opened: facts.get(row.id) }
}

test('Amira reports a move with her children, and is not asked again what she told once', async () => {
  const amira = await house.signIn('amira')

  await begin(amira)
  await walk(amira, [when(), ...toOtleyRoad])
  expect(amira.page.text).toContain('12 Harehills Lane')
  await walk(amira, [...fromVerified, ['moving-with', { 'moving-with': ['children', 'adults'] }]])
  await walk(amira, [
    [
      'children/1',
      {
        'names-first': ' Iris  Ann ',
        'names-last': 'Hassan',
        ...dateFields('birth-date', SEVEN_YEARS_AGO),
      },
    ],
    ['children', { children: 'yes' }],
    ['children/2', { 'names-first': 'Owen', 'names-last': 'Hassan' }],
    ['children', { children: 'no' }],
    ['numbers', { numbers: ['national-insurance-number', 'council-tax-account'] }],
    ['national-insurance-number', { 'national-insurance-number': 'ab 12 34 56 c' }],
    ['council-tax-account', { 'council-tax-account': '7712-3456' }],
  ])

  expect(at(amira)).toBe('check-answers')
  for (const shown of [
    'Amira Hassan',
    '14 May 1988',
    formatDate(MOVE_DAY, 'en'),
    'Flat 3',
    `Child 1 Change (Child 1) Remove (Child 1) Name Iris Ann Hassan Date of birth ${formatDate(SEVEN_YEARS_AGO, 'en')}`,
    'From GOV.UK One Login',
    'AB123456C',
  ]) {
    expect(amira.page.text).toContain(shown)
  }

  await amira.follow('Continue')
  expect(amira.page.heading).toBe('Who will be told')
  expect(amira.page.text).toContain('illustrations')
  expect(cardOf(amira, 'Send tax letters to the right place')).toMatch(/Old address: 12 Harehills Lane, Leeds, LS8 5DR/)
  expect(cardOf(amira, 'Send tax letters to the right place')).toContain('It should be able to find your record.')
  expect(cardOf(amira, 'Send tax letters to the right place')).toContain('Up to 5 days')
  expect(amira.page.text).toContain('we do not have this for you: Driver number')
  await amira.submit({ 'choice-loans-address': 'no' })

  expect(amira.page.heading).toBe('Report sent')
  const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(amira.page.text)?.[0] ?? ''
  const report = await stored(reference)
  expect(report).toMatchObject({
    areas: [LEEDS],
    withheld: { 'loans-address': 'chosen' },
    safety: false,
    fanned_out_at: null,
  })
  expect(report.opened).toEqual({
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: 'Amira' },
          { type: 'FamilyName', value: 'Hassan' },
        ],
      },
    ],
    birth_date: '1988-05-14',
    new_address: expect.objectContaining({
      uprn: 72000000304,
      subBuildingName: 'Flat 3',
      postalCode: 'LS6 3AA',
    }) as unknown,
    old_address: expect.objectContaining({ uprn: 72000000012 }) as unknown,
    move_date: MOVE_DAY,
    moving_with: [
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Iris Ann' },
              { type: 'FamilyName', value: 'Hassan' },
            ],
          },
        ],
        birth_date: SEVEN_YEARS_AGO,
      },
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Owen' },
              { type: 'FamilyName', value: 'Hassan' },
            ],
          },
        ],
      },
    ],
    contact: { email: 'amira.hassan@example.com', phone: '+447700900101' },
    national_insurance_number: 'AB123456C',
    council_tax_account: '77123456',
  })
  expect(report.facts.includes('Hassan'), 'what is stored is sealed').toBe(false)

  // The page can be bookmarked: it is the same in another session of hers.
  const elsewhere = await house.signIn('amira')
  await elsewhere.get(`/reports/${reference.toLowerCase()}/confirmation`)
  expect(elsewhere.page.heading).toBe('Report sent')

  // The next report asks for no number that was given in the first.
  await begin(elsewhere)
  await walk(elsewhere, [when(), ...toOtleyRoad, ...fromVerified, ...alone])
  expect(at(elsewhere)).toBe('numbers')
  expect(elsewhere.page.text).toContain('Driver number')
  expect(elsewhere.page.text).not.toMatch(/National Insurance|Council Tax account/)
  await elsewhere.submit({ numbers: 'none' })
  expect(elsewhere.page.text).toMatch(/AB123456C.*From what you told us before/)
  await elsewhere.follow('Change National Insurance number')
  expect(elsewhere.page.$('#national-insurance-number').val()).toBe('AB123456C')
  await elsewhere.submit({ 'national-insurance-number': 'CE123456D' })
  expect(at(elsewhere)).toBe('check-answers')
  await elsewhere.follow('Change Council Tax account number')
  await elsewhere.submit({ 'leave-out': 'yes' })
  expect(elsewhere.page.text).toMatch(/Council Tax account number\s*Not given/)
  const second = await stored(await send(elsewhere))
  expect(second.opened).toMatchObject({ national_insurance_number: 'CE123456D' })
  expect(second.opened, 'left out of this report').not.toHaveProperty('council_tax_account')
  expect(second.opened).not.toHaveProperty('moving_with')
})

test('Grace’s driver number stands on her verified licence: it is neither asked for nor hers to change', async () => {
  const grace = await house.signIn('grace')
  await begin(grace)
  await walk(grace, [
    when(),
    ['new-kind', { 'new-kind': 'uk' }],
    ['new-postcode', { 'new-postcode': 'LS8 5DR' }],
    ['new-address', { 'new-address': '72000000014' }],
  ])
  expect(grace.page.text, 'the current address, not the one before').toContain('4 Otley Road')
  await walk(grace, [...fromVerified, ...alone])
  expect(grace.page.text).not.toContain('Driver number')
  await grace.submit({ numbers: 'none' })
  expect(grace.page.text).toContain('WHITF761235GE9AB')
  expect(grace.page.$('a[href$="/driver-number"]').length).toBe(0)
  await grace.get(`${BASE}/driver-number`)
  expect(at(grace)).toBe('check-answers')
  const { opened } = await stored(await send(grace))
  expect(opened).toMatchObject({ driver_number: 'WHITF761235GE9AB', old_address: { uprn: 72000000304 } })
})

test('Kofi, aged 16, sees which body he is too young for', async () => {
  const kofi = await house.signIn('kofi')
  await begin(kofi)
  await walk(kofi, plainMove.slice(0, -1))
  expect(at(kofi)).toBe('numbers')
  expect(kofi.page.text, 'a number for a body that is not told is not asked for').not.toContain(
    'Customer reference number',
  )
  await walk(kofi, noNumbers)
  await kofi.follow('Continue')
  expect(kofi.page.text).toContain('Pensions, because it deals only with people aged 18 or over.')
  await kofi.submit({ 'choice-loans-address': 'yes' })
  const { withheld } = await stored(kofi.page.url.pathname.split('/')[2] ?? '')
  expect(withheld).toEqual({ 'pensions-address': 'age' })
})

test('Llŷr reports in Welsh, and reads each body’s own Welsh words', async () => {
  const llyr = await house.signIn('llyr')
  await llyr.get('/report?lang=cy')
  await llyr.follow('Rydych wedi symud neu’n mynd i symud')
  expect(llyr.page.heading).toBe('Beth yw dyddiad y symud?')
  await llyr.submit(dateFields('when', MOVE_DAY))
  await walk(llyr, [...toOtleyRoad, ...fromVerified, ...alone, ...noNumbers])
  expect(llyr.page.heading).toBe('Gwirio eich atebion')
  expect(llyr.page.text).toContain(formatDate(MOVE_DAY, 'cy'))
  await llyr.follow('Parhau')
  expect(llyr.page.text).toContain('Anfon llythyrau treth i’r lle cywir')
  expect(llyr.page.text).toContain('Cyngor Caerdydd, oherwydd nid yw’n cymryd rhan')
  await llyr.submit({ 'choice-loans-address': 'yes' })
  expect(llyr.page.heading).toBe('Adroddiad wedi’i anfon')
})

test('nothing that anybody typed or is called stands in a log line', () => {
  const logs = house.logs.join('\n')
  expect(logs).toContain('/report/:type/:question')
  expect(logs).not.toMatch(/Hassan|Whitfield|Harehills|LS6|LS8|AB123456C|77123456|amira/i)
})

function cardOf(client: Awaited<ReturnType<House['signIn']>>, title: string): string {
  const { $ } = client.page
  const card = $('.govuk-summary-card').filter((_, element) =>
    $(element).find('.govuk-summary-card__title').text().includes(title),
  )
  // What people do not decide by stands in a fold below it.
  return card.add(card.next('details')).text().replace(/\s+/g, ' ')
}
