import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { BOAT, events, inTasks } from './boat.ts'
import { at, walk } from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse({}, { events })
})
afterAll(() => house.close())

/** Each task with its status. */
function tasksOn({ page: { $ } }: Client): string[][] {
  return $('.govuk-task-list__item')
    .toArray()
    .map((item) => {
      const text = (selector: string) => $(item).find(selector).text().replace(/\s+/g, ' ').trim()
      return [text('.govuk-task-list__name-and-hint'), text('.govuk-task-list__status')]
    })
}

const statuses = (client: Client) => tasksOn(client).map(([, status]) => status)

test('a long event is a list of tasks: the first one opens the others, which may be done in any order', async () => {
  const amira = await house.signIn('amira')
  await amira.get('/report')
  await amira.follow('You have bought a boat')
  expect([at(amira), amira.page.heading]).toEqual(['tasks', 'You have bought a boat'])
  expect(tasksOn(amira)).toEqual([
    ['Your boat', 'Not started'],
    ['Who sails it', 'Cannot start yet'],
    ['Where you live', 'Cannot start yet'],
    ['Anything else', 'Cannot start yet'],
    ['Check your answers and send', 'Cannot start yet'],
  ])
  for (const early of ['seller', 'notes', 'check-answers', 'who-will-be-told', 'built']) {
    await amira.get(`${BOAT}/${early}`)
    expect(at(amira), `${early} comes too early`).toBe('tasks')
  }

  await amira.follow('Your boat')
  await walk(amira, inTasks.boat.slice(0, 2))
  await amira.get(BOAT)
  expect(statuses(amira)).toEqual(['In progress', ...Array<string>(4).fill('Cannot start yet')])
  await amira.follow('Your boat')
  await walk(amira, inTasks.boat.slice(2))
  expect(at(amira), 'at the end of a section').toBe('tasks')
  expect(statuses(amira)).toEqual(['Completed', 'Not started', 'Not started', 'Not started', 'Cannot start yet'])

  await amira.follow('Anything else')
  await walk(amira, inTasks.more)
  await amira.follow('Where you live')
  await walk(amira, inTasks.home)
  await amira.get(`${BOAT}/seller-agrees`)
  expect(at(amira), 'within a section the order holds').toBe('tasks')
  await amira.follow('Who sails it')
  await amira.follow('Back')
  expect(at(amira), 'back from the first question of a section').toBe('tasks')
  await amira.follow('Who sails it')
  await walk(amira, inTasks.people)
  expect(statuses(amira)).toEqual(['Completed', 'Completed', 'Completed', 'Completed', 'Not started'])

  await amira.follow('Check your answers and send')
  for (const shown of ['Ada Augusta Byron', 'May 1998', 'Crew 1 added', 'Born I do not know', 'It leaks. A bit.']) {
    expect(spaced(amira), shown).toContain(shown)
  }
  await amira.follow('Back')
  expect(at(amira)).toBe('tasks')
})

/** Text of the page's blocks and lines, told apart by spaces. */
function spaced({ page }: Client): string {
  const { $ } = page
  $('br').replaceWith(' ')
  return $('main').text().replace(/\s+/g, ' ')
}

test('once all is answered, a change returns to check answers, after what it makes necessary', async () => {
  const grace = await house.signIn('grace')
  await toCheckAnswers(grace)
  await grace.follow('Change Built')
  expect(grace.page.$('#built-month').val()).toBe('5')
  await grace.submit({ 'not-known': 'yes' })
  expect(at(grace)).toBe('check-answers')
  expect(spaced(grace)).toContain('Built I do not know')

  await grace.follow('Change Boat has a name')
  await grace.submit({ 'has-name': 'no' })
  expect(at(grace)).toBe('check-answers')
  expect(grace.page.text).not.toContain('Aurora')

  await grace.follow('Change Seller')
  await grace.submit({ 'not-known': 'yes' })
  expect(grace.page.text, 'who is not known need not agree').not.toContain('The seller agrees')
  await grace.follow('Change Seller')
  await grace.submit({ 'seller-first': 'Cid', 'seller-last': 'Campeador' })
  expect(at(grace), 'what was agreed to of one person is not agreed to of another').toBe('seller-agrees')
  await grace.submit({ 'seller-agrees': 'yes' })

  await grace.follow('Change (Sailor 1)')
  expect(grace.page.$('#born-not-known').attr('checked')).toBeDefined()
  await grace.submit({ 'name-first': 'Benjamin' })
  expect(at(grace)).toBe('check-answers')
  expect(grace.page.text).toContain('Benjamin Nevis')

  await grace.follow('Remove (Sailor 1)')
  await grace.submit()
  expect(at(grace), 'the list is empty, and may stay so').toBe('crew/1')
  expect(grace.page.$('main form button').length).toBe(2)
  await grace.submit({ 'leave-out': 'yes' })
  expect(at(grace)).toBe('check-answers')
  expect(spaced(grace)).toContain('Crew Not given')

  await grace.follow('Change Anything else')
  await grace.submit({ notes: '' })
  expect(spaced(grace)).toContain('Anything else Not given')
})

test('a full list offers no more', async () => {
  const margaret = await house.signIn('margaret')
  await walkTasks(margaret, ['boat'])
  await margaret.get(`${BOAT}/seller`)
  await walk(margaret, [
    ['seller', { 'not-known': 'yes' }],
    ['crew/1', sailor('Ben')],
    ['crew', { crew: 'yes' }],
    ['crew/2', sailor('Cid')],
  ])
  expect(margaret.page.text).toContain('You cannot add more than 2 sailors.')
  await margaret.submit()
  expect(at(margaret)).toBe('tasks')
  await margaret.get(`${BOAT}/crew/3`)
  expect(at(margaret)).toBe('crew')
})

test('who may be at risk can leave every page fast, from the question on', async () => {
  const llyr = await house.signIn('llyr')
  await walk(await begun(llyr), [...inTasks.boat.slice(0, -1), ['safety', { safety: 'yes' }]])
  for (const path of ['tasks', 'seller', 'flag', 'has-name', 'crew/1']) {
    await llyr.get(`${BOAT}/${path}`)
    expect(llyr.page.$('.govuk-exit-this-page').length, path).toBe(1)
  }
})

test('an answer goes to the draft whose page was seen, whichever was opened last', async () => {
  const kofi = await house.signIn('kofi')
  await walk(await begun(kofi), inTasks.boat.slice(0, 2))
  const seen = { ...hiddenOn(kofi), 'built-year': '1998' }
  await kofi.post(`${BOAT}/drafts`)
  await kofi.get(`${BOAT}/has-name`)
  await walk(kofi, [['has-name', { 'has-name': 'yes' }]])
  await walk(kofi, [['boat-name', { 'boat-name': 'Borealis' }]])
  await kofi.post(`${BOAT}/built`, seen)
  expect(at(kofi)).toBe('flag')
  await kofi.get(`${BOAT}/boat-name`)
  expect(kofi.page.$('#boat-name').val(), 'and the pages that follow are about that one').toBe('Aurora')

  await kofi.get('/report')
  expect(headings(kofi)).toEqual(['A new boat: Aurora', 'A new boat: Borealis'])
  await kofi.submit()
  await kofi.get(`${BOAT}/boat-name`)
  expect(kofi.page.$('#boat-name').val()).toBe('Aurora')

  await kofi.get('/report')
  await kofi.follow('Delete: A new boat: Aurora')
  expect(kofi.page.text).toContain('A new boat: Aurora')
  await kofi.submit()
  await kofi.post(`${BOAT}/built`, seen)
  expect(kofi.page.heading).toBe('This report is no longer here')
  expect(kofi.page.status).toBe(409)
  await kofi.follow('See the reports you have started')
  expect(headings(kofi)).toEqual(['A new boat: Borealis'])
  await kofi.get(`${BOAT}/built`)
  expect(kofi.page.$('#built-year').val() ?? '', 'the other is as it was').toBe('')
})

test('the first answer begins a report, and sent twice it begins one', async () => {
  const amira = await house.signIn('amira')
  await amira.get('/report')
  for (let left = headings(amira).length; left > 0; left--) {
    await amira.follow(/^Delete/)
    await amira.submit()
  }
  await amira.get(`${BOAT}/has-name`)
  const form = { ...hiddenOn(amira), 'has-name': 'yes' }
  await Promise.all([1, 2, 3].map(() => amira.post(`${BOAT}/has-name`, form)))
  await amira.get('/report')
  expect(headings(amira)).toEqual(['A new boat'])
})

const sailor = (first: string) => ({
  'name-first': first,
  'name-last': 'Nevis',
  'born-year': '1970',
  job: 'cook',
  country: 'FR',
})

const hiddenOn = ({ page: { $ } }: Client) => ({ draft: String($('main form [name=draft]').val() ?? '') })

const headings = ({ page: { $ } }: Client) =>
  $('form[action*="/drafts/"]')
    .toArray()
    .map((form) => $(form).prevAll('h3').first().text())

async function begun(client: Client): Promise<Client> {
  await client.get(`${BOAT}/has-name`)
  return client
}

async function walkTasks(client: Client, names: (keyof typeof inTasks)[]): Promise<void> {
  for (const name of names) {
    await client.get(`${BOAT}/${inTasks[name][0]?.[0] ?? ''}`)
    await walk(client, inTasks[name])
  }
}

async function toCheckAnswers(client: Client): Promise<void> {
  await walkTasks(client, ['boat', 'people', 'home', 'more'])
  await client.get(`${BOAT}/check-answers`)
}
