import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Knex } from 'knex'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, inTransaction, statement } from '../../src/shared/database.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.owner.raw('create table notes (text text not null)')
  await database.owner.raw('grant all on notes to tell_us_once_web')
})
afterEach(() => database.owner('notes').delete())
afterAll(() => database.close())

const note = (tx: Knex.Transaction, text: string | null) => tx('notes').insert({ text })
const notes = () => database.owner('notes').orderBy('text').pluck<string[]>('text')
const saying = statement('say what is asked', 'select :text::text as text')

test('what is done in a transaction is seen by nobody before its end, and by all after it', async () => {
  await inTransaction(database.web, async (tx) => {
    await note(tx, 'one')
    expect(await tx.from('notes').pluck('text')).toEqual(['one'])
    expect(await ask(tx, saying({ text: 'two' }))).toEqual([{ text: 'two' }])
    expect(await notes()).toEqual([])
  })
  expect(await notes()).toEqual(['one'])
})

test.each([
  ['its work throws', async () => Promise.reject(new Error('changed its mind')), 'changed its mind'],
  ['a statement fails', (tx: Knex.Transaction) => note(tx, null), 'not-null'],
])('nothing is kept when %s', async (_, work, message) => {
  const failing = inTransaction(database.web, async (tx) => {
    await note(tx, 'one')
    await work(tx)
  })
  await expect(failing).rejects.toThrow(message)
  expect(await notes()).toEqual([])
})

test.each([
  ['whose failure was caught', (tx: Knex.Transaction) => note(tx, null).catch(() => undefined)],
  ['that nobody waited for', (tx: Knex.Transaction) => Promise.resolve(void note(tx, null).catch(() => undefined))],
])('nor is it said to be done after a statement %s, and what is said is why', async (_, work) => {
  const failing = inTransaction(database.web, async (tx) => {
    await note(tx, 'one')
    await work(tx)
  })
  await expect(failing).rejects.toThrow('not-null')
  expect(await notes()).toEqual([])
})

test('what fails for another statement’s sake is said to fail for that one’s', async () => {
  const failing = inTransaction(database.web, async (tx) => {
    void note(tx, null).catch(() => undefined)
    await note(tx, 'one')
  })
  await expect(failing).rejects.toThrow('not-null')
})

test('a part that fails takes back itself alone, and parts asked for at once come one after the other', async () => {
  await inTransaction(database.web, async (tx) => {
    await note(tx, 'outer')
    const parts = ['first', null, 'third'].map((text) => inTransaction(tx, (nested) => note(nested, text)))
    const done = await Promise.allSettled(parts)
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await inTransaction(tx, (nested) => inTransaction(nested, (inmost) => note(inmost, 'inmost')))
  })
  expect(await notes()).toEqual(['first', 'inmost', 'outer', 'third'])
})

test('nothing can be asked of a transaction, or of a part of one, when it has ended', async () => {
  const kept: Knex.Transaction[] = []
  const keep = (tx: Knex.Transaction) => Promise.resolve(void kept.push(tx))
  await inTransaction(database.web, async (tx) => {
    await keep(tx)
    await inTransaction(tx, keep)
    await expect(note(kept[1] as Knex.Transaction, 'late')).rejects.toThrow('has ended')
  })
  for (const tx of kept) {
    expect(tx.isCompleted()).toBe(true)
    await expect(note(tx, 'late')).rejects.toThrow('has ended')
    await expect(ask(tx, saying({ text: 'late' }))).rejects.toThrow('has ended')
    await expect(inTransaction(tx, async (nested) => note(nested, 'late'))).rejects.toThrow('has ended')
  }
  expect(await notes()).toEqual([])
})

test('a transaction whose connection is cut fails, and its connection is nobody else’s', async () => {
  const { web } = database
  for (let time = 0; time < 12; time += 1) {
    const cut = inTransaction(web, async (tx) => {
      await note(tx, 'one')
      await tx.raw('select pg_terminate_backend(pg_backend_pid())')
    })
    await expect(cut).rejects.toThrow()
    await inTransaction(web, (tx) => note(tx, `after ${time}`))
  }
  expect(await notes()).toHaveLength(12)
})

test('what a transaction came of leaves with it: it does not grow old in the heap', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (kind: { type: 'minor' | 'major' }) => void
  const old = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0
  const some = async (number: number) => {
    for (let one = 1; one <= number; one += 1) {
      await inTransaction(database.web, (tx) => ask(tx, saying({ text: 'x'.repeat(20_000) })))
      if (one % 10 === 0) collect({ type: 'minor' })
    }
  }
  await some(100)
  collect({ type: 'major' })
  const before = old()
  await some(200)
  // Of 20 kB each, and as much again that knex would make.
  expect(old() - before).toBeLessThan(1_000_000)
})
