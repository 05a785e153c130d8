import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHouse, type House } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('Amira sees where she is signed in, and signs out everywhere but here', async () => {
  const [phone, library] = [await house.signIn('amira'), await house.signIn('amira')]
  const grace = await house.signIn('grace')

  await phone.get('/sessions')
  expect(phone.page.text.match(/This device/g)).toHaveLength(1)
  expect(phone.page.text.match(/Another device or browser/g)).toHaveLength(1)
  await phone.submit()
  expect(phone.page.text).toContain('on this device only')

  const elsewhere = await fetch(`${house.baseUrl}/reports`, {
    headers: { cookie: `session=${library.cookie('session')}` },
    redirect: 'manual',
  })
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/sign-in'])
  await grace.get('/sessions')
  expect(grace.page.heading).toBe('Where you are signed in')
})

test('it is said in Welsh too, and only to those who are signed in', async () => {
  const llyr = await house.signIn('llyr')
  expect((await llyr.get('/sessions?lang=cy')).heading).toBe('Ble rydych wedi mewngofnodi')
  const response = await fetch(`${house.baseUrl}/sessions`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in'])
})
