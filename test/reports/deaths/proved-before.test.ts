import { afterAll, beforeAll, expect, test } from 'vitest'
import { MARGARET, reportDeath, startParish, type Parish } from './parish.ts'

let parish: Parish
beforeAll(async () => {
  parish = await startParish()
})
afterAll(() => parish.close())

test('a death reported with a proved identity is shown only with a proved identity', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, MARGARET)
  expect((await grace.get(`/reports/${reference}/download.json`)).body).toContain('Whitfield')
  expect((await grace.get('/reports')).text).toContain(reference)
  expect((await grace.get('/this-is-wrong')).body).toContain(reference)

  await parish.house.database.owner.raw(`update sessions set sess = (sess::jsonb || '{"proved": false}')::json`)
  const cookie = `session=${grace.cookie('session') ?? ''}`
  const whereTo = async (path: string) => {
    const response = await fetch(`${parish.house.baseUrl}${path}`, { redirect: 'manual', headers: { cookie } })
    return [response.status, response.headers.get('location')]
  }
  for (const page of ['', '/download.json', '/confirmation', '/correction', '/withdrawal']) {
    expect(await whereTo(`/reports/${reference}${page}`), page).toEqual([303, '/sign-in'])
  }
  expect(await whereTo('/reports')).toEqual([303, '/sign-in'])
  const wrong = await grace.get('/this-is-wrong')
  expect(wrong.body).not.toContain(reference)
  expect(wrong.headers.get('cache-control'), 'what it shows depends on who asks').toContain('no-store')
})
