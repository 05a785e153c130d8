import { expect, it } from 'vitest'
import { arrayLiteral } from '../../src/shared/array-literal.ts'
import { ask } from '../../src/shared/database.ts'
import { testDatabase } from '../support/database.ts'

it('hands lists to PostgreSQL as they are', async () => {
  const database = await testDatabase()
  const texts = ['plain', '', 'NULL', 'a "b" \\ {c}, d', 'ŵ\n', null, 'plain']
  const bytes = [Buffer.from([0, 255, 92]), null]
  const times = [new Date('2026-11-23T09:00:00.123Z'), null]
  const [row] = await ask<object>(database.worker, {
    name: 'array literals',
    text: 'select $1::text[] as texts, $2::bytea[] as bytes, $3::timestamptz[] as times, $4::int[] as numbers, $5::text[] as none',
    values: [texts, bytes, times, [1, null, -3], []].map(arrayLiteral),
  })
  await database.close()
  expect(row).toEqual({ texts, bytes, times, numbers: [1, null, -3], none: [] })
})
