import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishCounts } from '../../../src/access-log/sealed/count-store.ts'
import { mindQuestions } from '../../../src/access-log/questions/mind-questions.ts'
import { logKeyOf } from '../../../src/access-log/log/log-settings.ts'
import { checkReceipt } from '../../../src/access-log/receipts/check-receipt.ts'
import { FRESH } from '../../../src/identity/access-rules.ts'
import { parseVkey, vkey } from '../../../src/merkle-log/note-key.ts'
import { activityUri } from '../../../src/agreements/agreement.ts'
import { DAY, later } from '../../../src/shared/clock.ts'
import { inContext } from '../../../src/shared/database.ts'
import { signedIn, type Citizen } from '../../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { reportAccess } from '../../support/report-access.ts'
import { aReport } from '../../support/reports.ts'
import { placeAll } from '../../support/sequencing.ts'
import { filesIn, zipOf } from '../log/a-receipt.ts'

let house: House
let dvla: TestAgency
let amira: Citizen & { browser: Client }
let grace: Citizen & { browser: Client }
let officer: Client
beforeAll(async () => {
  house = await startHouse()
  dvla = await anAgency(house.database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' } })
  await anAgreement(house.database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
  officer = await house.staff('dvla-officer')
})
afterAll(() => house.close())

const looked = (citizen: Citizen) =>
  reportAccess(house, dvla, citizen, {
    activity_id: activityUri(house.baseUrl, { id: 'dvla-driving-licence', version: 1 }),
  })
const notices = async () =>
  (await house.database.owner('notices').pluck<string[]>('kind')).filter((kind) => /^q/.test(kind)).sort()
const MESSAGE = 'Why did you look at my licence?\nI did not ask you to.'

async function asked(fields: Record<string, string> = {}): Promise<string> {
  const id = await looked(amira)
  await amira.browser.get(`/access/${id}/dvla/question`)
  const page = await amira.browser.submit({ kind: 'explain', message: MESSAGE, ...fields })
  expect(page.errors).toEqual([])
  return page.url.pathname.split('/').at(-1) ?? ''
}
const openForOfficer = async (id: string) => {
  await officer.get(`/agency/questions/${id}`)
  return officer.submit()
}

test('an agency reports, the citizen asks, the body answers, and the citizen says that it explained it', async () => {
  const record = await looked(amira)
  await amira.browser.get(`/access/${record}`)
  await amira.browser.follow('Ask about this')
  await amira.browser.submit({})
  expect(amira.browser.page.errors).toEqual(['Select what you want to ask', 'Enter your question'])
  const sent = await amira.browser.submit({ kind: 'explain', message: MESSAGE })
  expect(sent.text).toContain('Your question is sent')
  expect(sent.text).toContain('The body must answer by')
  expect(await notices()).toEqual(['question-asked'])
  const id = sent.url.pathname.split('/').at(-1) ?? ''

  const list = await officer.get('/agency/questions')
  expect(list.text).toMatch(/Question received on .*Due by:/)
  await officer.follow(/^Question received/)
  expect(officer.page.text).toContain(record)
  expect(officer.page.text).not.toContain('Why did you look')
  await officer.submit()
  expect(officer.page.text).toContain('Why did you look at my licence?')
  const log = await amira.browser.get('/access/export.json')
  const { records } = JSON.parse(log.body) as { records: { purpose: { en: string } }[] }
  expect(records[0], 'that it was opened is in the log').toMatchObject({
    ...{ access_type: 'consult', controller: { id: 'dvla', system: 'Tell us once' } },
    ...{ actor: { kind: 'officer', role: 'officer' } },
    purpose: { en: 'Read and answer what you ask about a use of your data' },
  })
  expect(officer.page.body).not.toMatch(/Hassan|Amira/)
  await officer.follow('Reply')
  await officer.submit({ kind: 'answered' })
  expect(officer.page.errors).toEqual(['Enter your answer'])
  expect(officer.page.text).not.toContain('Why did you look')
  await officer.submit({ kind: 'answered', message: 'You renewed your licence that day.' })
  expect(officer.page.text).toContain('Your reply is sent')
  expect(await notices()).toEqual(['question-answered', 'question-asked'])

  const answered = await amira.browser.get('/access/questions')
  expect(answered.text).toMatch(/Question to Driver and Vehicle Licensing Agency.*Answered/)
  await amira.browser.get(`/access/questions/${id}`)
  expect(amira.browser.page.text).toMatch(/opened your question.*You renewed your licence that day/)
  await amira.browser.submit({})
  expect(amira.browser.page.errors).toEqual(['Select yes if the answer explained it'])
  await amira.browser.submit({ explained: 'yes' })
  expect(amira.browser.page.text).toContain('You said that this was explained')
  expect(amira.browser.page.$('form[action$="/messages"]')).toHaveLength(0)
  const stored = await house.database.owner('question_entries').where({ question_id: id })
  expect(JSON.stringify(stored)).not.toMatch(/licence/)
})

test('what is asked again and again of an activity is counted over its versions, and published', async () => {
  const activity = { id: 'dvla-driving-licence', agencyId: 'dvla' }
  await anAgreement(house.database, { ...activity, version: 2, purpose: { en: 'Find out who may drive' } })
  for (const version of [1, 2, 2, 2, 2]) {
    const id = await reportAccess(house, dvla, grace, {
      activity_id: activityUri(house.baseUrl, { ...activity, version }),
    })
    await grace.browser.get(`/access/${id}/dvla/question`)
    await grace.browser.submit({ kind: 'explain', message: MESSAGE })
    expect(grace.browser.page.errors).toEqual([])
  }
  const asked = await house.database.owner('questions').pluck('id')
  await publishCounts(house.database.worker, house.clock())
  const page = await house.browser().get('/access/figures')
  expect(page.text).toMatch(
    new RegExp(`Driver and Vehicle Licensing Agency.*Find out who may drive.* ${asked.length}\\b`),
  )
  const { questions } = JSON.parse((await house.browser().get('/access/figures.json')).body) as { questions: object[] }
  expect(questions).toMatchObject([
    { agency: 'dvla', activity: `${house.baseUrl}/agreements/dvla-driving-licence`, count: asked.length },
  ])
})

test('a complaint has a clock of its own; what is late is told to both, and goes to the Commissioner with its papers', async () => {
  const id = await asked({ kind: 'complaint', urgent: 'yes' })
  expect(amira.browser.page.text).toContain('The body must tell you by')
  expect(amira.browser.page.text).toContain('Urgent: you do not recognise')
  expect(await notices()).toContain('question-urgent')
  const mind = (days: number) => mindQuestions(house.database.worker, later(house.clock(), days * DAY))
  const said = async () =>
    (await house.database.owner('question_entries').where({ question_id: id }).orderBy('at').pluck('kind')) as string[]
  await mind(20)
  expect(await said()).toEqual(['asked'])
  await mind(25)
  await mind(26)
  expect(await said()).toEqual(['asked', 'reminded'])
  await mind(31)
  await mind(32)
  expect(await said()).toEqual(['asked', 'reminded', 'overdue'])
  for (const kind of ['question-due', 'question-late', 'question-overdue']) {
    const about = house.database.owner('notices').where({ kind }).whereLike('key', `${id}%`)
    expect(await about, kind).toHaveLength(1)
  }

  await amira.browser.get(`/access/questions/${id}/escalation`)
  await amira.browser.submit()
  expect(amira.browser.page.text).toContain('You decided to complain to the Information Commissioner')
  expect((await officer.get(`/agency/questions/${id}`)).text).toContain('taking this to the Information Commissioner')
  const papers = await amira.browser.get(`/access/questions/${id}/papers`)
  expect(papers.text).toContain('Data Protection Act 2018, section 164A')
  expect(papers.text).toContain('Why did you look at my licence?')
  const zip = await amira.browser.get(`/access/questions/${id}/papers.zip`)
  expect(zip.headers.get('content-type')).toBe('application/zip')

  await openForOfficer(id)
  await officer.follow('Reply')
  await officer.submit({ kind: 'acknowledged' })
  await amira.browser.get(`/access/questions/${id}`)
  expect(amira.browser.page.text).toContain('We remind it every 30 days')
})

test('the papers for the Commissioner are whole: anybody can open them and check the proof without us', async () => {
  const id = await asked()
  await openForOfficer(id)
  await officer.follow('Reply')
  await officer.submit({ kind: 'answered', message: 'You renewed your licence that day.' })
  const { record_id: record } = await house.database.owner('questions').where({ id }).first<{ record_id: string }>()
  const take = () => zipOf(house, amira.browser, `/access/questions/${id}/papers.zip`)
  expect(Object.keys(filesIn(await take())), 'no proof before the record has its place').toEqual([
    'README.txt',
    'question.txt',
  ])
  await placeAll(house)
  const files = filesIn(await take())
  const text = Buffer.from(files['question.txt'] ?? []).toString()
  expect(text).toContain(record)
  expect(text).toMatch(/Driver and Vehicle Licensing Agency looked at your data|Done by: A member of staff/)
  expect(text).toMatch(
    /Why did you look at my licence\?[^]*opened your question[^]*You renewed your licence that day\./,
  )
  const receipt = Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => (name.startsWith('receipt/') ? [[name.slice(8), bytes]] : [])),
  )
  const key = parseVkey(vkey(logKeyOf(house.config)))
  expect(checkReceipt(receipt, key)).toMatchObject({ faults: [], hasRecord: true })
  expect(JSON.parse(Buffer.from(receipt['record.json'] ?? []).toString())).toMatchObject({ record_id: record })
  const altered = { ...receipt, 'record.json': Buffer.from('{}') }
  expect(checkReceipt(altered, key).faults).toHaveLength(1)
})

test('whoever signed in some time ago signs in again before they take papers or their list away', async () => {
  const id = await asked()
  const paths = [`/access/questions/${id}/papers.zip`, '/access/export.csv', '/access/export.json']
  const statusOf = async (path: string) => {
    const cookie = `session=${amira.browser.cookie('session') ?? ''}`
    const { status, headers } = await fetch(house.baseUrl + path, { headers: { cookie }, redirect: 'manual' })
    return `${status} ${headers.get('location') ?? ''}`
  }
  for (const path of paths) expect(await statusOf(path)).toBe('200 ')
  // That long ago; One Login goes by the clock of the world.
  await house.database.owner('sessions').update({
    sess: house.database.owner.raw(
      `jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb((sess ->> 'signedInAt')::bigint - ?))`,
      [FRESH],
    ),
  })
  for (const path of paths) expect(await statusOf(path), path).toBe('303 /sign-in')
  // One Login knows them from a minute ago, and asks nothing.
  const back = await amira.browser.get(paths[0] ?? '')
  expect(back.url.pathname).toBe(`/access/questions/${id}/papers`)
  for (const path of paths) expect(await statusOf(path)).toBe('200 ')
})

test('a request for a name goes to the body, and what it decided comes back; a program can do all of it', async () => {
  const id = await asked({ kind: 'name', message: 'It may be my former partner, who works there.' })
  const token = await accessToken(house.baseUrl, house.baseUrl, dvla, 'access-records.write')
  const call = (path: string, body?: object) =>
    fetch(`${house.baseUrl}/api/questions${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  const { questions } = (await (await call('?waiting=true')).json()) as { questions: { id: string; kind: string }[] }
  expect(questions.find((one) => one.id === id)).toMatchObject({ kind: 'name', waits_for: 'body' })
  expect(JSON.stringify(questions)).not.toContain('former partner')
  const opened = (await (await call(`/${id}`)).json()) as { thread: { message?: string }[] }
  expect(opened.thread[0]?.message).toContain('former partner')
  const refused = await call(`/${id}/replies`, { kind: 'answered', message: 'x' })
  expect(refused.status).toBe(409)
  expect((await call(`/${id}/replies`, { kind: 'name-refused' })).status).toBe(400)
  expect((await call(`/${id}/replies`, { kind: 'name-refused', message: 'It was a program.' })).status).toBe(204)
  expect((await call('?after=x')).status).toBe(410)
  await amira.browser.get(`/access/questions/${id}`)
  expect(amira.browser.page.text).toMatch(/decided not to give you the name.*It was a program\./)

  await amira.browser.submit({ explained: 'no' })
  expect(amira.browser.page.text).toContain('You can write again, or complain')
  await amira.browser.press('Send', { message: 'Then whose program?' })
  expect(amira.browser.page.text).toContain('The body must answer by')
})

test('when its opening cannot be put on record, nothing of a question is shown', async () => {
  const id = await asked()
  const { owner } = house.database
  await officer.get(`/agency/questions/${id}`)
  await owner.raw('revoke insert on access_records from tell_us_once_web')
  const page = await officer.submit()
  await owner.raw('grant insert on access_records to tell_us_once_web')
  expect(page.status).toBe(500)
  expect(page.text).not.toContain('Why did you look')
  expect(await owner('question_entries').where({ question_id: id, kind: 'opened' })).toEqual([])
})

describe('nobody else', () => {
  test('reads, answers or adds to a question: not another citizen, not another body', async () => {
    const id = await asked()
    for (const path of ['', '/escalation', '/papers', '/papers.zip']) {
      expect((await grace.browser.get(`/access/questions/${id}${path}`)).status).toBe(404)
    }
    await grace.browser.get('/access/questions')
    expect((await grace.browser.post(`/access/questions/${id}/messages`, { message: 'x' })).status).toBe(404)
    const council = await house.staff('council-officer')
    expect((await council.get(`/agency/questions/${id}`)).status).toBe(404)
    const record = await looked(grace)
    expect((await amira.browser.get(`/access/${record}/question`)).status).toBe(404)
  })

  test('can say that something happened which did not: each side adds its own entries only', async () => {
    const question_id = await asked()
    const { owner, web } = house.database
    const add = (context: object, kind: string, made_by: string) =>
      inContext(web, context, (tx) =>
        tx('question_entries').insert({ id: crypto.randomUUID(), question_id, at: new Date(), kind, made_by }),
      ).then(
        () => 'added',
        (error: { code?: string }) => error.code,
      )
    const [asAmira, asBody] = [{ account: amira.accountId, subjects: amira.subjects }, { agency: 'dvla' }]
    expect(await add(asAmira, 'answered', 'body')).toBe('42501')
    expect(await add(asBody, 'explained', 'citizen')).toBe('42501')
    expect(await add({ agency: 'hmrc' }, 'answered', 'body')).toBe('42501')
    expect(await add({ account: grace.accountId, subjects: grace.subjects }, 'said', 'citizen')).toBe('42501')
    expect(await add(asBody, 'overdue', 'service')).toBe('42501')
    await expect(owner('question_entries').where({ question_id }).update({ kind: 'said' })).rejects.toThrow(
      /append-only/,
    )
  })

  test('hears by email of an answer to somebody who is at risk', async () => {
    const id = await asked()
    const reportId = await aReport(house.database, house.config.vault, amira)
    await house.database.owner('reports').where({ id: reportId }).update({ safety: true })
    const before = await notices()
    await openForOfficer(id)
    await officer.follow('Reply')
    await officer.submit({ kind: 'answered', message: 'Because.' })
    expect(await notices()).toEqual(before)
    await house.database.owner('reports').where({ id: reportId }).update({ safety: false })
  })
})
