import { expect, test } from 'vitest'
import { statement } from '../../src/shared/database.ts'

test('each name is one value, however often it stands there, and a cast is none', () => {
  const asking = statement('some', "select :one::int + :two where :one::text[] is null or note = '9: '")
  expect(asking({ two: 2, one: 1, more: 3 })).toEqual({
    ...{ name: 'some', values: [1, 2] },
    text: "select $1::int + $2 where $1::text[] is null or note = '9: '",
  })
})

test('null is a value; one that is forgotten is said, and nothing is asked', () => {
  const asking = statement('some', 'select :one, :two, :three')
  expect(asking({ one: null, two: 0, three: '' }).values).toEqual([null, 0, ''])
  expect(() => asking({ two: 2 })).toThrow('some: no value for one, three')
})
