import { setTimeout } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReceipt } from '../../../src/access-log/receipts/check-receipt.ts'
import { publishCounts } from '../../../src/access-log/sealed/count-store.ts'
import { releaseSealed } from '../../../src/access-log/sealed/release-sealed.ts'
import { parseVkey, vkey } from '../../../src/merkle-log/note-key.ts'
import { logKeyOf } from '../../../src/access-log/log/log-settings.ts'
import { DAY, HOUR, later } from '../../../src/shared/clock.ts'
import { encodeCursor } from '../../../src/shared/cursor.ts'
import { inContext } from '../../../src/shared/database.ts'
import { ukToday } from '../../../src/shared/dates.ts'
import { signedIn, type Citizen } from '../../support/access-log.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import type { Client, Page } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { anActivity } from '../../support/intake.ts'
import { reportAccess } from '../../support/report-access.ts'
import { placeAll } from '../../support/sequencing.ts'
import { filesIn, zipOf } from '../log/a-receipt.ts'

const AUTHORITY = { en: 'A judge of the High Court', cy: 'Barnwr yr Uchel Lys' }

let house: House
let dvla: TestAgency
let amira: Citizen & { browser: Client }
let grace: Citizen & { browser: Client }
let began: Date
let uses: Record<'open' | 'sealed' | 'protected', string>
beforeAll(async () => {
  house = await startHouse()
  began = house.clock()
  dvla = await anAgency(house.database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' } })
  const sealed = {
    confidentiality: 'sealed' as const,
    opensAfterDays: 30,
    reviewAfterDays: 10,
    sealAuthority: AUTHORITY,
  }
  const uri = async (id: string, remarkable: object) =>
    new URL(await anActivity(house.database, { id, ...remarkable }, new Date('2026-01-05T09:00:00Z'))).pathname
  const [open, fraud, child] = [
    await uri('checks', {}),
    await uri('fraud', sealed),
    await uri('children', { confidentiality: 'protected-third-party' }),
  ]
  uses = { open: house.baseUrl + open, sealed: house.baseUrl + fraud, protected: house.baseUrl + child }
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
})
afterAll(() => house.close())

const report = (citizen: Citizen, kind: keyof typeof uses, remarkable: object = {}) =>
  reportAccess(house, dvla, citizen, { activity_id: uses[kind], ...remarkable })
const release = (days: number) => releaseSealed(house.database.worker, later(house.clock(), days * DAY))

function untilIn(days: number) {
  const [year, month, day] = ukToday(later(house.clock(), days * DAY)).split('-') as [string, string, string]
  return { 'until-day': day, 'until-month': month, 'until-year': year }
}

/** Every page, count, cursor, search, question and export of the log, as somebody is shown it. */
async function allThatIsShown({ browser }: { browser: Client }, records: readonly string[]): Promise<string[]> {
  const [year, month, day] = ukToday(began).split('-') as [string, string, string]
  const today = `from-day=${day}&from-month=${month}&from-year=${year}`
  const places = records.flatMap((id) =>
    [began, later(began, HOUR)].map((at) => encodeCursor({ microseconds: at.getTime() * 1000, id })),
  )

  const paths = [
    ...[
      '',
      '?body=dvla',
      '?type=consult',
      '?category=driving-licence',
      '?basis=e',
      '?purpose=activities/dvla/fraud',
      `?${today}`,
      '/search',
      '/year',
      '/coverage',
      '/numbers',
    ],
    ...places.flatMap((place) => [`?older=${place}`, `?newer=${place}`]),
    ...['/export.csv', '/export.json', '/export.csv?body=dvla', '/export.json?purpose=activities/dvla/fraud'],
    ...['/questions', '/figures', '/figures.json'],
    ...records.flatMap((id) =>
      ['', '/dvla', '/receipt', '/dvla/receipt', '/question', '/dvla/question'].map((end) => `/${id}${end}`),
    ),
    ...records.flatMap((id) => ['', '/escalation', '/papers', '/papers.zip'].map((end) => `/questions/${id}${end}`)),
  ]
  const shown: string[] = []
  for (const path of paths) {
    const { status, body } = await unhurried(() => browser.get(`/access${path}`))
    shown.push(`${path} ${status} ${plain(body)}`)
  }
  for (const [path, fields] of formsAbout(records, places)) {
    await unhurried(() => browser.get('/access/search'))
    const { status, body } = await unhurried(() => browser.post(`/access${path}`, fields))
    shown.push(`${path} ${JSON.stringify(fields)} ${status} ${plain(body)}`)
  }
  return shown
}

type Sent = [path: string, fields: Record<string, string>]

const formsAbout = (records: readonly string[], places: readonly string[]): Sent[] => [
  ...['licence', 'fraud', 'driver', 'looked'].map((words): Sent => ['/search', { words }]),
  ...places.map((older): Sent => ['/search', { words: 'licence', older }]),
  ...records.map((id): Sent => [`/${id}/dvla/question`, { kind: 'explain', message: 'Why?' }]),
]

/** A machine that is busy with other tests asks to come again. */
async function unhurried(ask: () => Promise<Page>): Promise<Page> {
  const page = await ask()
  if (page.status !== 503) return page
  await setTimeout(500)
  return unhurried(ask)
}

/** Without what is random on every page, and when it was made. */
const plain = (body: string) =>
  body
    .replace(/(nonce|data-ends-in|data-last|name="_csrf" value)="[^"]*"/g, '')
    .replace(/\d{1,2} \w+ 20\d\d at \d{1,2}(:\d\d)?[ap]m/g, 'a time')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time')

test('what is sealed shows on no page, in no count, cursor, export or receipt: they are the same bytes as without it', async () => {
  await report(amira, 'open')
  // Of the body as a whole there may be a sign: then one about somebody else is as good as one about you.
  await report(grace, 'sealed')
  await placeAll(house)
  const id = uuidv7()
  const before = await allThatIsShown(amira, [id])
  const notices = () => house.database.owner('notices').where({ account_id: amira.accountId })
  const [told, waiting] = [await notices(), await house.database.owner('access_to_tell')]
  await report(amira, 'sealed', { record_id: id })
  await placeAll(house)
  expect(await allThatIsShown(amira, [id])).toEqual(before)
  expect([await notices(), await house.database.owner('access_to_tell')], 'and nobody writes').toEqual([told, waiting])
  expect(await house.database.owner('sealed_access_records').where({ record_id: id })).toHaveLength(1)

  const inContextOf = (table: string) =>
    inContext(house.database.web, { account: amira.accountId, subjects: amira.subjects }, (tx) => tx(table)).catch(
      () => [],
    )
  for (const table of ['sealed_access_records', 'seals', 'sealed_access_record_places', 'access_record_chains']) {
    expect(await inContextOf(table), table).toEqual([])
  }
  const places = (await inContextOf('access_record_places')) as { seq: number }[]
  expect(
    places.map(({ seq }) => seq),
    'no gap in the open chain',
  ).toEqual([1])
})

test('somebody of whom nothing else is in the log learns no more: not even that a body has anything of them', async () => {
  const margaret = await signedIn(house, 'margaret')
  const id = uuidv7()
  const before = await allThatIsShown(margaret, [id])
  await report(margaret, 'sealed', { record_id: id })
  await placeAll(house)
  expect(await allThatIsShown(margaret, [id])).toEqual(before)
})

test('another person’s record is as if it were not there: in every page, cursor, search, export, question and receipt', async () => {
  const [theirs, never] = [uuidv7(), uuidv7()]
  await report(grace, 'open', { record_id: theirs })
  await placeAll(house)
  const shown = async (id: string) =>
    (await allThatIsShown(amira, [id])).map((one) =>
      one.replaceAll(id, 'the record').replace(/(older|newer)[=":]+[\w-]+/g, ''),
    )
  const asTheirs = await shown(theirs)
  expect(asTheirs).toEqual(await shown(never))
  expect(asTheirs.filter((one) => /^\/(questions\/)?the record/.test(one)).every((one) => / 404 /.test(one))).toBe(true)
  const mine = await inContext(house.database.web, { account: amira.accountId, subjects: amira.subjects }, (tx) =>
    tx('access_records').where({ record_id: theirs }),
  )
  expect(mine).toEqual([])
})

test('a sealed record opens by itself, with the proof it had and the history of its seal, and its person hears of it', async () => {
  const id = await report(amira, 'sealed')
  await placeAll(house)
  await release(29)
  expect((await amira.browser.get(`/access/${id}`)).status).toBe(404)
  const officer = await house.staff('dvla-officer')
  await officer.get('/agency/seals')
  expect(officer.page.body).not.toMatch(/Amira|Hassan/)
  await officer.get(`/agency/seals/${id}`)
  await officer.submit({})
  expect(officer.page.errors).toHaveLength(2)
  await officer.submit({ ...untilIn(60), reason: 'The case goes on.' })
  expect(officer.page.text).toContain('You asked for this yourself')
  const admin = await house.staff('dvla-admin')
  await admin.get(`/agency/seals/${id}`)
  await admin.submit({ decision: 'approve' })
  await release(31)
  expect((await amira.browser.get(`/access/${id}`)).status).toBe(404)

  await release(61)
  const page = await amira.browser.get(`/access/${id}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('This record was kept back from you. It opened by itself')
  expect(page.text).toMatch(/It was first kept back until .* two people agreed/)
  expect(page.text).toContain('Allowed by: A judge of the High Court')
  const files = filesIn(await zipOf(house, amira.browser, `/access/${id}/dvla/receipt`))
  expect(checkReceipt(files, parseVkey(vkey(logKeyOf(house.config))))).toMatchObject({ faults: [], hasRecord: true })
  const sealed = await house.database.owner('sealed_access_record_places').where({ record_id: id })
  expect(await house.database.owner('access_record_places').where({ record_id: id })).toEqual(sealed)
  const told = await house.database.owner('notices').where({ kind: 'record-opened', account_id: amira.accountId })
  expect(told.length).toBeGreaterThan(0)
  await release(62)
  expect(await house.database.owner('access_records').where({ record_id: id })).toHaveLength(1)
})

test('where a body has one officer alone, an operator or an officer of another body of its cluster is the second', async () => {
  const { owner } = house.database
  const [officer, council, operator] = [
    await house.staff('dvla-officer'),
    await house.staff('council-officer'),
    await house.staff('operator-one'),
  ]
  const others = owner('staff_members').where({ agency_id: 'dvla' }).whereNot({ role: 'officer' })
  const cluster = (id: string, name: string) => owner('agencies').where({ id }).update({ cluster: name })
  await cluster('cambridgeshire-county-council', 'crime-and-justice')
  const waits = async () => {
    const id = await report(grace, 'sealed')
    await placeAll(house)
    await officer.get(`/agency/seals/${id}`)
    await officer.submit({ ...untilIn(60), reason: 'The case goes on.' })
    return id
  }

  await waits()
  await operator.get('/operator/seals')
  expect(operator.page.text, 'there is somebody else at the body').toContain('Nothing waits for you')
  await others.clone().update({ removed_at: new Date() })
  await operator.get('/operator')
  await operator.follow('1 sealed record needs a second person.')
  expect(operator.page.body).not.toMatch(/Grace|Hopper/)
  await operator.follow(/sealed record of/)
  expect(operator.page.text).toContain('The case goes on.')
  expect((await operator.submit({})).errors).toEqual(['Select what you decide'])
  await operator.submit({ decision: 'approve' })
  expect(operator.page.text).toContain('The record is kept back longer')

  await waits()
  expect((await council.get('/agency/seals')).text, 'another cluster').not.toContain('Driver and Vehicle')
  const [first] = await owner('agencies').where({ id: 'dvla' }).pluck<string[]>('cluster')
  await cluster('cambridgeshire-county-council', first ?? '')
  await council.get('/agency/seals')
  await council.follow(/Driver and Vehicle Licensing Agency: sealed record/)
  const path = council.page.url.pathname
  await council.submit({ decision: 'decline' })
  expect((await council.get(path)).status, 'decided').toBe(404)
  expect(await owner('seal_decisions').orderBy('decided_at', 'desc').limit(2).pluck('approved')).toEqual([false, true])
  await others.update({ removed_at: null })
})

test('a viewer is not led to where they may not go', async () => {
  const viewer = await house.staff('dvla-viewer')
  expect((await viewer.get('/agency')).body).not.toContain('/agency/seals')
  expect((await (await house.staff('dvla-officer')).get('/agency')).body).toContain('/agency/seals')
})

test('nobody is their own second person, not even past the pages', async () => {
  const id = await report(grace, 'sealed')
  const member = await house.database.owner('staff_members').where({ role: 'officer' }).first<{ id: string }>('id')
  const renewal = {
    ...{
      id: uuidv7(),
      agency_id: 'dvla',
      record_id: id,
      asked_by: member.id,
      asked_at: new Date(),
    },
    ...{ reason: 'x', until: later(new Date(), DAY) },
  }
  const inDvla = (work: Parameters<typeof inContext<unknown>>[2]) =>
    inContext(house.database.web, { agency: 'dvla' }, work)
  await inDvla((tx) => tx('seal_renewals').insert(renewal))
  const decision = { renewal_id: renewal.id, decided_by: renewal.asked_by, decided_at: new Date(), approved: true }
  await expect(inDvla((tx) => tx('seal_decisions').insert(decision))).rejects.toMatchObject({ code: '42501' })
  const other = inContext(house.database.web, { agency: 'hmrc' }, async (tx) => [
    await tx('seal_renewals'),
    (await tx.raw<{ rows: object[] }>('select * from seals_of_agency()')).rows,
  ])
  expect(await other).toEqual([[], []])
})

test('where another person is protected, the record says only that the body used your data', async () => {
  const id = await report(amira, 'protected', {
    ...{
      access_type: 'disclose',
      counterparty: { id: 'refuge-for-women' },
      actor: { kind: 'officer', role: 'refuge worker' },
    },
    controller: { id: 'dvla', unit: 'Safe homes', system: 'Refuge files' },
  })
  const page = await amira.browser.get(`/access/${id}`)
  expect(page.heading).toMatch(/^Driver and Vehicle Licensing Agency used your data/)
  expect(page.text).toContain('We leave some details out to protect another person')
  expect(page.body).not.toMatch(/refuge|Safe homes/i)
  expect((await amira.browser.get('/access?type=disclose')).text).not.toContain('used your data on')
})

test('what is published in numbers names none below five, and no quarter that still runs', async () => {
  const { owner, worker } = house.database
  await publishCounts(worker, house.clock())
  const rows = () => owner('published_counts').where({ what: 'sealed' }).orderBy('quarter')
  // Three at least: as many quarters have ended since the service began.
  const before = (await rows()).map((row) => (row as { count: number | null }).count)
  expect([before.length >= 3, new Set(before)]).toEqual([true, new Set([null])])
  for (let record = 0; record < 5; record++) await report(grace, 'sealed')
  await publishCounts(worker, later(house.clock(), 120 * DAY))
  expect((await rows()).map((row) => (row as { count: number | null }).count).filter(Boolean)).toHaveLength(1)
  const page = await house.browser().get('/access/figures')
  expect(page.text).toContain('Fewer than 5')
  expect((await house.browser().get('/access/figures.json')).body).toContain('"count":null')
})
