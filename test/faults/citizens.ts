import { setTimeout as pause } from 'node:timers/promises'
import { addDays, ukToday } from '../../src/shared/dates.ts'
import { createClient, type Client, type Fields } from '../support/client.ts'
import { CARDIFF, LEEDS } from '../support/reports.ts'
import { signIn } from '../support/house.ts'

/** What a citizen knows to have sent, because a page said so. */
export interface AcceptedReport {
  reference: string
  persona: string
  /** Where they moved to, and from. */
  areas: string[]
  uprn: number
  /** ISO; the day as it was corrected last, if it was. */
  moveDate: string
  /** Said yes to the body that is told only if they say so. */
  saidYes: boolean
  corrected: boolean
  withdrawn: boolean
}

/** What a page of a report said of a body, at a time. */
export interface Seen {
  reference: string
  body: string
  tag: string
  at: Date
}

export interface Citizen {
  browser: Client
  persona: string
  accepted: AcceptedReport[]
  seen: Seen[]
}

export async function aCitizen(baseUrl: string, persona: string): Promise<Citizen> {
  return { browser: await signIn(createClient(baseUrl), persona), persona, accepted: [], seen: [] }
}

/** Reports moves, now and then corrects or withdraws one, and looks how far each has got, until told to stop. */
export async function live(citizen: Citizen, chance: (below: number) => number, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const report = await sendReport(citizen, chance)
    if (chance(4) === 0) await correct(citizen, report, chance)
    if (chance(2) === 0) await look(citizen, report)
    if (chance(4) === 0) await withdraw(citizen, report)
    await pause(chance(300))
  }
}

/** What the page says of each body, by the name on its card. */
export async function look({ browser, seen }: Citizen, { reference }: AcceptedReport): Promise<Seen[]> {
  const page = await patiently(
    () => browser.get(`/reports/${reference}`),
    ({ url }) => url.pathname.endsWith(reference),
  )
  const at = new Date()
  const { $ } = page
  const cards = $('.govuk-summary-card')
    .toArray()
    .map((card) => ({
      reference,
      body: /The (\S+) office/.exec($(card).find('.govuk-summary-card__title').text())?.[1] ?? '',
      tag: $(card).find('.govuk-tag').first().text().trim(),
      at,
    }))
  seen.push(...cards)
  return cards
}

async function sendReport(citizen: Citizen, chance: (below: number) => number): Promise<AcceptedReport> {
  const { browser, persona, accepted } = citizen
  const [place = PLACES.cardiff] = [PLACES.cardiff, PLACES.leeds].slice(chance(2))
  const [days, saidYes] = [1 + chance(200), chance(2) === 0]
  const moveDate = addDays(ukToday(new Date()), -days)
  await answerAll(browser, answersOf(moveDate, place))
  const reference = await press(browser, `${MOVE}/who-will-be-told`, CONFIRMATION, (name) =>
    name.includes('asked') && !saidYes ? 'no' : 'yes',
  )
  const { area, uprn } = place
  const areas = [area, LEEDS]
  const report = { reference, persona, areas, uprn, moveDate, saidYes, corrected: false, withdrawn: false }
  accepted.push(report)
  return report
}

const MOVE = '/report/change-of-address'
const CONFIRMATION = /^\/reports\/([^/]+)\/confirmation$/

const PLACES = {
  cardiff: { area: CARDIFF, postcode: 'CF11 9LL', uprn: 100100000501 },
  leeds: { area: LEEDS, postcode: 'LS6 3AA', uprn: 72000000304 },
}

function answersOf(moveDate: string, { postcode, uprn }: { postcode: string; uprn: number }): Record<string, Fields> {
  return {
    when: dayOf(moveDate),
    'new-kind': { 'new-kind': 'uk' },
    'new-postcode': { 'new-postcode': postcode },
    'new-address': { 'new-address': String(uprn) },
    // Not the one that is held, which is where the report before this one led.
    'held-old-address': { 'held-old-address': 'no' },
    'old-kind': { 'old-kind': 'uk' },
    'old-postcode': { 'old-postcode': 'LS8 5DR' },
    'old-address': { 'old-address': '72000000008' },
    'moving-with': { 'moving-with': 'nobody' },
    safety: { safety: 'no' },
    numbers: { numbers: 'none' },
  }
}

function dayOf(date: string): Fields {
  const [year = '', month = '', day = ''] = date.split('-')
  return { 'when-day': day, 'when-month': month, 'when-year': year }
}

/** Each question as it is asked; one whose page does not come is asked for again. */
async function answerAll(browser: Client, answers: Record<string, Fields>): Promise<void> {
  let at = MOVE
  for (let page = await patiently(() => browser.get(at)); !at.endsWith('/check-answers');) {
    const answer = answers[page.url.pathname.split('/').at(-1) ?? '']
    if (!answer) throw new Error(`Nobody said how to answer ${page.url.pathname}: ${page.heading} ${page.status}`)
    const question = page.url.pathname
    page = await patiently(async () => {
      const here = browser.page.url.pathname === question && browser.page.status === 200
      return here ? browser.submit(answer) : fillIn(browser, question, answer)
    })
    if (page.errors.length > 0) throw new Error(`${question}: ${page.errors.join()}`)
    at = page.url.pathname
  }
}

/**
 * Sends the form of a page until another page says that it was taken: the very same form, as by going back. When what it
 * shows has changed meanwhile they are asked to look again, and do.
 */
async function press(
  browser: Client,
  from: string,
  to: RegExp,
  choose: (name: string) => string = () => 'yes',
): Promise<string> {
  for (let looks = 0; looks < 20; looks += 1) {
    const { $ } = await patiently(
      () => browser.get(from),
      () => browser.page.$('main form').length > 0,
    )
    const fields = $('main form').first().serializeArray()
    const form = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    const radios = $('main form input[type="radio"]').toArray()
    const choices = Object.fromEntries(radios.map(({ attribs: { name = '' } }) => [name, choose(name)]))
    const page = await patiently(() => browser.post(from, { ...form, ...choices }))
    const [, reference] = to.exec(page.url.pathname) ?? []
    if (reference) return reference
    if (page.status !== 400) throw new Error(`${from} was not taken: ${page.heading} at ${page.url.pathname}`)
  }
  throw new Error(`${from} changes all the time: ${browser.page.errors.join()}`)
}

const reportPage = (reference: string) => new RegExp(`^/reports/(${reference})$`)

async function correct(citizen: Citizen, report: AcceptedReport, chance: (below: number) => number): Promise<void> {
  const { browser } = citizen
  const { reference } = report
  const moveDate = addDays(report.moveDate, -1 - chance(20))
  await press(browser, `/reports/${reference}/correction`, /^(\/report\/change-of-address)\/check-answers$/)
  await patiently(() => fillIn(browser, `${MOVE}/when`, dayOf(moveDate)))
  await press(browser, `${MOVE}/who-will-be-told`, reportPage(reference))
  Object.assign(report, { moveDate, corrected: true })
}

async function withdraw({ browser }: Citizen, report: AcceptedReport): Promise<void> {
  const { reference } = report
  await patiently(
    () => fillIn(browser, `/reports/${reference}/withdrawal`, { reason: 'wrong' }),
    ({ url }) => url.pathname === `/reports/${reference}`,
  )
  report.withdrawn = true
}

/** @returns the page itself when it is not there, or leads elsewhere. */
async function fillIn(browser: Client, path: string, fields: Fields): Promise<Client['page']> {
  const page = await browser.get(path)
  return page.status === 200 && page.url.pathname === path ? browser.submit(fields) : page
}

const PATIENCE = 400

/** Again and again, as a person does, until a page comes that is none of a fault. */
async function patiently(
  step: () => Promise<Client['page']>,
  isIt: (page: Client['page']) => boolean = () => true,
): Promise<Client['page']> {
  let last: unknown
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    try {
      const page = await step()
      if ([200, 400].includes(page.status) && isIt(page)) return page
      if (page.status < 429) throw new Error(`${page.url.pathname} is ${page.status}: ${page.heading}`)
      last = page.heading
    } catch (error) {
      // A connection that was refused or cut. What is wrong with a page is thrown.
      if (!(error instanceof TypeError)) throw error
      last = error.cause
    }
    await pause(200)
  }
  throw new Error(`It does not come back: ${String(last)}`)
}
