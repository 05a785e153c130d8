import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let browser: Browser
let page: Page

/** CSS pixels: a small phone, and 1280 enlarged four times. */
const PHONE = 320
// Of which a few seconds on a machine that does nothing else.
const MINUTES = 2 * 60_000

beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: PHONE, height: 800 } })
  page.setDefaultTimeout(30_000)
  return () => page.close()
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

test(
  'Amira marries and changes her name, is told what that does to her passport, and sees who knows',
  { timeout: MINUTES },
  async () => {
    await signIn('Amira Hassan')
    await press('link', 'You have changed your name or are going to change it')
    await notInDanger()
    await on('What is your new name?')
    await go()
    await onErrors(['Enter your new first names', 'Enter your new last name'])
    await name('Amira', 'Okafor')
    await on('What is the date of your name change?')
    await date('2026-11-14')
    await on('Why is your name changing?')
    await choose('I got married')
    await on(/^What is the reference on the document/)
    await fill(/^What is the reference on the document/, 'ME-204 117')
    await go()
    await stillAtHome()
    await on('Which of these numbers can you give us?')
    await choose('National Insurance number')
    await on('What is your National Insurance number?')
    await fill('What is your National Insurance number?', 'QQ 12 34 56')
    await go()
    await onErrors([/^Enter a National Insurance number that is 2 letters, 6 numbers/])
    await fill('What is your National Insurance number?', 'QQ 12 34 56 C')
    await go()

    await on('Check your answers')
    expect(await text()).toMatch(/Old name\s*Amira Hassan\s*From GOV.UK One Login/)
    await press('button', 'Continue')
    await on('Who will be told')
    expect(await text()).toContain('Your passport stays in your old name')
    for (const yes of await page.getByRole('radio', { name: /^Yes/ }).all()) await yes.check()
    await send()
    expect(await text()).toContain('Apply for a passport in your new name')

    await expect
      .poll(() => toldTo('dwp', 'change-of-name'), { timeout: 20_000 })
      .toMatchObject([{ reason: 'marriage' }])
    await press('link', 'See how far each body has got')
    await on(/^Change of name, reported on/)
  },
)

test(
  'Grace tells of a condition: DVLA must know, and of the others she chooses who does',
  { timeout: MINUTES },
  async () => {
    await signIn('Grace Eleanor Whitfield')
    await press('link', 'You have a health condition or disability')
    await notInDanger()
    await on('What kind of condition do you have?')
    await page.getByLabel('Heart').check()
    await choose('Walking, moving or using your arms or legs')
    await on('When did your condition start or get worse?')
    await page.getByLabel('Year').fill('2025')
    await go()
    await on('Does your condition make everyday life harder?')
    await go()
    await onErrors(['Select yes if your condition makes everyday life harder'])
    await choose('I do not know')
    await on('Does your condition make it harder to move around?')
    await choose('Yes')
    // That she has a licence is known from GOV.UK One Login.
    await on('Could your condition make it less safe for you to drive?')
    await choose('Yes')
    await stillAtHome()
    await on('Which of these numbers can you give us?')
    await choose('I do not want to give any of these')

    await on('Check your answers')
    await press('button', 'Continue')
    await on('Who will be told')
    expect(await text()).toContain('You may have to stop driving')
    await page.getByRole('button', { name: 'Agree and send' }).click()
    await onErrors([/Department for Work and Pensions/, /Leeds City Council/])
    await answerChoice(/Department for Work and Pensions/, 'No')
    await answerChoice(/Leeds City Council/, 'Yes')
    await send()

    await expect
      .poll(() => toldTo('dvla', 'health'), { timeout: 20_000 })
      .toMatchObject([{ driving_conditions: ['heart', 'mobility'] }])
    await expect.poll(() => toldTo('leeds-city-council', 'health')).toMatchObject([{ affects_mobility: true }])
    expect(toldTo('dwp', 'health')).toEqual([])
  },
)

// Last, because it moves the clock.
test(
  'Amira reports the death of a man whose executor and cars she knows, and holds back what cannot wait',
  { timeout: MINUTES },
  async () => {
    await signIn('Amira Hassan')
    await press('link', 'Someone has died')
    await on('Someone has died')

    await press('link', 'The registration of the death')
    await on('Do you have a reference from the registrar?')
    await choose('Yes')
    await on('Enter the details that the registrar gave you')
    await go()
    await onErrors(['Enter the reference number that the registrar gave you', 'Enter the date of death'])
    await fill('Reference number', 'tu00 a1b2 c3')
    await date('2026-10-30')

    await press('link', 'The person who died')
    await findAddress('What was the postcode of their home?', 'Which was their home address?')
    await on('Where did they die?')
    await choose('At home')

    await press('link', 'You')
    await notInDanger()
    await on('How are you related to the person who died?')
    await choose('Son or daughter')
    await stillAtHome()

    await press('link', 'Who deals with their money and things')
    await on('Who deals with their money and things?')
    await choose('Someone else')
    await on('What is the full name of the person who deals with their money and things?')
    await name('Ruth', 'Fielding')
    await findAddress(
      'What is the postcode of the person who deals with their money and things?',
      'Which is the address of the person who deals with their money and things?',
    )
    await on('What is the phone number of the person who deals with their money and things?')
    await press('button', 'I do not know')

    await press('link', 'Their family')
    await on('Did they leave a husband, wife or civil partner?')
    await choose('No')

    await press('link', 'Benefits, documents and vehicles')
    await on('What was their National Insurance number?')
    await fill('What was their National Insurance number?', 'QQ 12 34 56 C')
    await go()
    await on('Which benefits or pensions from the state did they get?')
    await choose('State Pension')
    await on('Which council services did they use?')
    await choose('Library')
    await on('Did they have a UK passport?')
    await choose('No')
    await on('Did they have a UK driving licence?')
    await choose('No')
    await on('Did they keep any vehicles?')
    await choose('Yes')
    await vehicle(1, 'AB12 CDE', { motability: 'Yes', personalised: 'No' })
    await on('Vehicles that they kept')
    expect(await text()).toContain('AB12CDE, Motability vehicle: Yes, Personalised number to keep: No')
    await choose('Yes')
    await vehicle(2, 'A1 RTH', { motability: 'No, or I do not know', personalised: 'Yes' })
    await on('Vehicles that they kept')
    await choose('No')
    await on('Did they have a public sector or armed forces pension?')
    await choose('No, or I do not know')

    await press('link', 'Permission')
    await on('Permission to give other people’s details')
    await go()
    await onErrors(['Confirm that you have the permission of the people you named to give their details'])
    await choose('I have the permission of the people I named to give their details')

    await press('link', 'Check your answers and send')
    await on('Check your answers')
    expect(await text()).toMatch(/Arthur James Fielding\s*From the registrar/)
    await press('button', 'Continue')
    await on('Who will be told')
    expect(await text()).toContain('Phone the Motability Scheme before DVLA is told')
    expect(await text()).toContain('Apply to keep the personalised number first')
    await page
      .getByRole('button', { name: /^Change when Driver and Vehicle Licensing Agency is told/ })
      .first()
      .click()
    await on('When should we tell Driver and Vehicle Licensing Agency?')
    await choose(/Not yet/)
    await on('Who will be told')
    const folds = (which: string) => page.locator(`#main-content details${which}`).count()
    expect([await folds('[open]'), (await folds('')) > 10]).toEqual([0, true])
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    expect(await folds(':not([open])'), 'nobody can open a fold on paper').toBe(0)
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await folds('[open]')).toBe(0)
    for (const no of await page.getByRole('radio', { name: /^No/ }).all()) await no.check()
    await send()

    town.house.clock.advance(25 * 60 * 60_000)
    await expect.poll(() => toldTo('dwp', 'death'), { timeout: 20_000 }).toHaveLength(1)
    expect(toldTo('dwp', 'death')).toMatchObject([
      { death_date: '2026-10-30', executor: { names: [{ nameParts: [{ value: 'Ruth' }, { value: 'Fielding' }] }] } },
    ])
    expect(toldTo('dvla', 'death').filter((told) => 'deceased_vehicles' in told)).toEqual([])
  },
)

async function signIn(persona: string): Promise<void> {
  await page.goto(`${town.house.baseUrl}/report`)
  await page.getByLabel(persona).first().check()
  await go()
  await on('Report a change')
}

/** The page with this heading stands there. That everybody can use it, test/gallery looks at. */
const on = (heading: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' }).waitFor()

async function onErrors(messages: (string | RegExp)[]): Promise<void> {
  await page.locator('.govuk-error-summary:focus').waitFor()
  expect(await page.title()).toMatch(/^Error: /)
  const said = await page.locator('.govuk-error-summary li').allTextContents()
  expect(said.map((each) => each.trim())).toEqual(
    messages.map((each) => (typeof each === 'string' ? each : (expect.stringMatching(each) as unknown))),
  )
}

const text = () => page.getByRole('main').innerText()

const go = () => page.getByRole('main').getByRole('button').first().click()

const fill = (label: string | RegExp, value: string) => page.getByRole('textbox', { name: label }).fill(value)

const press = (role: 'link' | 'button', label: string) =>
  page.getByRole('main').getByRole(role, { name: label, exact: true }).first().click()

async function choose(label: string | RegExp): Promise<void> {
  await page
    .getByLabel(label, { exact: typeof label === 'string' })
    .first()
    .check()
  await go()
}

async function name(first: string, last: string): Promise<void> {
  await fill('First names', first)
  await fill('Last name', last)
  await go()
}

async function date(iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-')
  await page.getByLabel('Day').fill(day)
  await page.getByLabel('Month').fill(month)
  await page.getByLabel('Year').fill(year)
  await go()
}

async function notInDanger(): Promise<void> {
  await on('Could anyone be in danger because of what you tell us?')
  await choose('No')
}

async function stillAtHome(): Promise<void> {
  await on('Is this where you live now?')
  await choose('Yes, I live here')
}

async function findAddress(postcodeAsked: string, addressAsked: string): Promise<void> {
  await on(postcodeAsked)
  await fill(postcodeAsked, 'ls6 3aa')
  await go()
  await on(addressAsked)
  await page.getByRole('combobox').selectOption({ label: 'Flat 3, 4 Otley Road, Leeds, LS6 3AA' })
  await go()
}

async function vehicle(number: number, mark: string, says: { motability: string; personalised: string }) {
  await on(`Details of vehicle ${number}`)
  await fill('Registration number', mark)
  await answerChoice('Is it a Motability vehicle?', says.motability)
  await answerChoice('Does it have a personalised number that someone wants to keep?', says.personalised)
  await go()
}

const answerChoice = (question: string | RegExp, label: string) =>
  page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: new RegExp(`^${label}`) })
    .first()
    .check()

async function send(): Promise<void> {
  await page.getByRole('button', { name: 'Agree and send' }).click()
  await on('Report sent')
}

/** What a body was told of such an event, in order. */
const toldTo = (agency: string, type: string) =>
  town.agencies.received
    .filter((received) => received.agency === agency && !received.duplicate)
    .filter(({ token }) => token.eventType.endsWith(`/${type}/v1`))
    .map(({ token }) => token.event)
