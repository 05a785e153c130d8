import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/shared/clock.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

describe('somebody who was invited', () => {
  test('signs in', async () => {
    const rhian = await house.staff('dvla-admin')
    expect(rhian.page.url.pathname).toBe('/agency')
  })
})
