import { expect, onTestFinished, test } from 'vitest'
import { inTransaction, openDatabase } from '../../src/shared/database.ts'
import { testDatabase } from '../support/database.ts'

test('a connection that does not roll back in time is not used again, and closed when it answers', async () => {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  const one = openDatabase(database.urls.web, { max: 1 })
  onTestFinished(() => one.destroy())
  const pid = async () => (await one.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid')).rows[0]?.pid
  const before = await pid()
  const stuck = inTransaction(one, async (tx) => {
    tx.raw('select pg_sleep(10)').catch(() => undefined)
    await Promise.reject(new Error('changed its mind'))
  })
  await expect(stuck).rejects.toThrow('changed its mind')
  expect(await pid()).not.toBe(before)
  const left = () => database.owner('pg_stat_activity').where({ pid: before })
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
}, 60_000)
