import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../support/client.ts'
import { dateFields } from '../stories/street.ts'
import { changesOf, MARGARET, reportDeath, startParish, type Parish } from './parish.ts'

let parish: Parish
beforeAll(async () => {
  parish = await startParish()
})
afterAll(() => parish.close())

/** From now on every session of everybody is one of somebody who has signed in and not proved who they are, or has. */
const proveAll = (proved: boolean) =>
  parish.house.database.owner.raw(`update sessions set sess = (sess::jsonb || ?)::json`, [JSON.stringify({ proved })])

async function whereTo(client: Client, path: string) {
  const headers = { cookie: `session=${client.cookie('session') ?? ''}` }
  const response = await fetch(`${parish.house.baseUrl}${path}`, { redirect: 'manual', headers })
  return [response.status, response.headers.get('location')]
}

test('a death reported with a proved identity is shown only with a proved identity', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, MARGARET)
  expect((await grace.get(`/reports/${reference}/download.json`)).body).toContain('Whitfield')
  expect((await grace.get('/reports')).text).toContain(reference)
  expect((await grace.get('/this-is-wrong')).body).toContain(reference)

  await proveAll(false)
  for (const page of ['', '/download.json', '/confirmation', '/correction', '/withdrawal']) {
    expect(await whereTo(grace, `/reports/${reference}${page}`), page).toEqual([303, '/sign-in'])
  }
  expect(await whereTo(grace, '/reports')).toEqual([303, '/sign-in'])
  const wrong = await grace.get('/this-is-wrong')
  expect(wrong.body).not.toContain(reference)
  expect(wrong.headers.get('cache-control'), 'what it shows depends on who asks').toContain('no-store')
})

test('a correction begun with a proof is neither shown nor sent without one', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, { ...MARGARET, 'birth-date': dateFields('birth-date', '1951-09-29') })
  await parish.tell()
  await grace.get(`/reports/${reference}/correction`)
  await grace.submit()
  await grace.get('/report/death/death-date')
  await grace.submit(dateFields('death-date', '2026-11-02'))
  const preview = await grace.get('/report/death/who-will-be-told')
  expect(preview.heading).toBe('Check your correction')
  const field = (name: string) => preview.$(`input[name="${name}"]`).attr('value') ?? ''

  await proveAll(false)
  expect(
    (await grace.post('/report/death/who-will-be-told', { draft: field('draft'), seen: field('seen') })).heading,
  ).toBe('This report is no longer here')
  expect(await parish.tell()).toEqual([])
  for (const page of ['tasks', 'check-answers', 'who-will-be-told', 'death-date', 'names']) {
    await grace.get(`/report/death/${page}`)
    expect(grace.page.body, page).not.toMatch(/Margaret|Fielding|2 November|value="51"/)
  }
  const drafts = `/report/death/drafts/${field('draft')}`
  expect((await grace.get(`${drafts}/removal`)).heading).toBe('This report is no longer here')

  await proveAll(true)
  await grace.get('/report')
  expect(grace.page.text).toContain('Correction: Death')
  await grace.post('/report/death/who-will-be-told', { draft: field('draft'), seen: field('seen') })
  expect(grace.page.url.pathname).toBe(`/reports/${reference}`)
  expect(changesOf(await parish.tell())).toEqual(['benefits corrected', 'licence corrected', 'tax corrected'])
})

test('nor is any other draft that was written with a proof', async () => {
  const amira = await parish.house.signIn('amira')
  await amira.get('/report/death/relationship')
  await amira.get('/report/death/has-reference')
  await amira.submit({ 'has-reference': 'no' })
  await amira.submit(MARGARET.names)
  await proveAll(false)
  expect(await whereTo(amira, '/report'), 'there is nothing to come back to').toEqual([303, '/sign-in'])
  expect((await amira.get('/report/death/names')).body).not.toContain('Fielding')
})
