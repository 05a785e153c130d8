import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/access-log/canonical-json.ts'
import { startWitness, type RunningWitness } from '../../../src/demo/witness/server.ts'
import { auditLog } from '../../../src/merkle-log/audit.ts'
import { latestCheckpoint } from '../../../src/merkle-log/checkpoint-store.ts'
import { witnessesOf } from '../../../src/merkle-log/checkpoint.ts'
import { parseVkey, signerKey, vkey } from '../../../src/merkle-log/note-key.ts'
import { publishedCheckpoint } from '../../../src/merkle-log/prove.ts'
import { recordJson } from '../../../src/access-log/log/logged-record.ts'
import { aCitizen, aDisclosure, disclose, testVault, type Citizen } from '../../support/access-log.ts'
import { restoredCopy, testDatabase, type TestDatabase } from '../../support/database.ts'
import { faultsOfPlaces, readFromDatabase } from '../../support/placed.ts'
import { aSequencer, testLogKey } from '../../support/sequencing.ts'

let database: TestDatabase
let folder: string
let witness: RunningWitness
let amira: Citizen
let grace: Citizen
// A log of its own for each test; subjects' chains go on over all of them.
let logs = 0
let key = testLogKey

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'sequencer-'))
  const names = Array.from({ length: 10 }, (_, at) => vkey(keyOf(at + 1)))
  witness = await startWitness({ folder, logs: names }, () => new Date())
  amira = await aCitizen(database, testVault(), 'amira')
  grace = await aCitizen(database, testVault(), 'grace')
})
beforeEach(() => {
  logs += 1
  key = keyOf(logs)
})
afterAll(async () => {
  await witness.close()
  await database.close()
  await rm(folder, { recursive: true })
})

const keyOf = (number: number) => signerKey(`log.example/${number}`, Buffer.alloc(32, 5))
const told = (citizen: Citizen) => disclose(database, aDisclosure({ subjectRef: citizen.subject }))
const sizeOf = async () => (await latestCheckpoint(database.web, key.name))?.size
const watched = () => [{ url: witness.url, key: parseVkey(witness.vkey) }]

test('every record gets one place, in the log and behind the one before of the same person', async () => {
  for (const citizen of [amira, grace, amira, amira]) await told(citizen)
  await Promise.all([aSequencer(database, { key }).runOnce(), aSequencer(database, { key }).runOnce()])
  await told(grace)
  await aSequencer(database, { key }).runOnce()
  expect(await sizeOf()).toBe(5)
  expect(await faultsOfPlaces(database, testVault())).toEqual([])
  expect(await auditLog(readFromDatabase(database.web, key.name), key)).toMatchObject({ faults: [] })
})

test('what stands in the queue for nothing, or once more, holds nobody up', async () => {
  await database.owner.raw(
    `insert into unplaced_access_records (chain, subject_ref, registered_at, record_id, controller_id)
     select 'open', subject_ref, registered_at, id, controller_id
     from access_record_places cross join lateral (values (?::uuid), (record_id)) as ids (id)`,
    [uuidv7()],
  )
  await told(amira)
  await aSequencer(database, { key }).runOnce()
  expect(await sizeOf()).toBe(1)
  expect(await faultsOfPlaces(database, testVault())).toEqual([])
})

test('a witness cosigns, and one that is slow or away delays nothing', async () => {
  const away = { url: 'http://127.0.0.1:1', key: signerKey('away.example', Buffer.alloc(32, 1), 'cosignature') }
  const asked = [...watched(), away]
  await told(amira)
  await aSequencer(database, { key, witnesses: asked }).runOnce()
  const waiting = { witnesses: asked.map((one) => one.key.name), until: new Date(Date.now() - 60_000) }
  expect(await publishedCheckpoint(database.web, key.name, waiting)).toBeUndefined()
  const published = await publishedCheckpoint(database.web, key.name, { ...waiting, until: new Date() })
  expect(
    witnessesOf(
      published?.note ?? '',
      asked.map((one) => one.key),
    ).map(({ name }) => name),
  ).toEqual(['sample-witness.example'])
})

test('after a restore from an older backup nothing is signed that a witness, or a file, has seen otherwise', async () => {
  const file = join(folder, 'checkpoint')
  const outside = { key, witnesses: watched(), checkpointFile: file }
  for (const _ of [1, 2]) await told(amira)
  await aSequencer(database, outside).runOnce()
  expect(await readFile(file, 'utf8')).toContain(`${key.name}\n2\n`)
  // The same origin in a database that has forgotten it, as after a restore.
  const restored = await testDatabase()
  const citizen = await aCitizen(restored, testVault(), 'llyr')
  await disclose(restored, aDisclosure({ subjectRef: citizen.subject }))
  const seenByWitness = aSequencer(restored, { key, witnesses: watched() })
  await expect(seenByWitness.runOnce()).rejects.toThrow(/sample-witness\.example has cosigned 2 entries, 0 here/)
  await expect(seenByWitness.runOnce()).rejects.toThrow('Open a new LOG_ORIGIN')
  await expect(aSequencer(restored, { key, checkpointFile: file }).runOnce()).rejects.toThrow(/2 entries, 0 here/)
  expect((await latestCheckpoint(restored.web, key.name))?.size).toBe(0)
  // A person opens another one.
  await writeFile(file, '')
  const another = signerKey('log.example/10', Buffer.alloc(32, 5))
  await aSequencer(restored, { ...outside, key: another }).runOnce()
  expect((await latestCheckpoint(restored.web, another.name))?.size).toBe(1)
  await restored.close()
})

test('a database that is restored from behind what is published signs nothing, and goes on under another origin', async () => {
  const lived = await testDatabase()
  const citizen = await aCitizen(lived, testVault(), 'kofi')
  const file = join(folder, 'published')
  const outside = { key, witnesses: watched(), checkpointFile: file }
  const toldIn = (one: TestDatabase) => disclose(one, aDisclosure({ subjectRef: citizen.subject }))
  const sizeIn = async ({ web }: TestDatabase, { name } = key) => (await latestCheckpoint(web, name))?.size
  await toldIn(lived)
  await aSequencer(lived, outside).runOnce()
  const behind = await restoredCopy(lived)
  await toldIn(lived)
  await aSequencer(lived, outside).runOnce()
  const upToDate = await restoredCopy(lived)

  await toldIn(behind)
  await expect(aSequencer(behind, outside).runOnce()).rejects.toThrow(/2 entries, 1 here.*Open a new LOG_ORIGIN/)
  // Without the file a witness knows, also once it has as many entries as were published, but others.
  await expect(aSequencer(behind, { key, witnesses: watched() }).runOnce()).rejects.toThrow(
    /cosigned 2 entries, 1 here/,
  )
  const forked = await restoredCopy(behind)
  await toldIn(forked)
  await aSequencer(forked, { key }).runOnce()
  expect(await sizeIn(forked)).toBe(3)
  await expect(aSequencer(forked, outside).runOnce()).rejects.toThrow(/2 entries, 3 here/)
  await expect(aSequencer(forked, { key, witnesses: watched() }).runOnce()).rejects.toThrow('entries that are not here')
  expect(await sizeIn(behind)).toBe(1)

  const another = signerKey('log.example/9', Buffer.alloc(32, 5))
  await aSequencer(behind, { key: another, witnesses: watched() }).runOnce()
  expect([await sizeIn(behind, another), await sizeIn(behind)]).toEqual([1, 1])
  expect(await auditLog(readFromDatabase(behind.web, another.name), another)).toMatchObject({ faults: [] })
  expect(await faultsOfPlaces(behind, testVault())).toEqual([])
  // What was published and no more than that: nobody has seen anything else.
  await toldIn(upToDate)
  await aSequencer(upToDate, outside).runOnce()
  expect(await sizeIn(upToDate)).toBe(3)
  for (const one of [lived, behind, forked, upToDate]) await one.close()
})

test('a log whose tiles are not those of its checkpoint is not gone on with', async () => {
  await told(amira)
  await aSequencer(database, { key }).runOnce()
  await database.owner.raw('alter table log_tiles disable trigger user')
  await database
    .owner('log_tiles')
    .where({ origin: key.name })
    .update({ hashes: Buffer.alloc(32) })
  await database.owner.raw('alter table log_tiles enable trigger user')
  await told(amira)
  await expect(aSequencer(database, { key }).runOnce()).rejects.toThrow('are not those of its checkpoint')
  expect(await sizeOf()).toBe(1)
})

test('a record has one spelling, whose names stand in the order of JCS', async () => {
  const row = await database.owner('access_records').first<Record<string, unknown>>()
  const whole = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? 'something']))
  const json = recordJson({ ...whole, sealed: null, void: true, drift: ['purpose'] } as never, 'abc')
  expect(json).toBe(canonicalJson(JSON.parse(json)))
  expect(Object.keys(JSON.parse(json) as object)).toHaveLength(29)
})
