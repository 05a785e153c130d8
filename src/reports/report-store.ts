import { v7 as uuidv7 } from 'uuid'
import type { Facts } from '../catalogue/life-event.ts'
import { widenContext, type Db } from '../shared/database.ts'
import { newReference } from '../shared/references.ts'
import { createDataKey, openDataKeys, unwrapDataKey, type WrappedDataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import { subjectRef } from '../vault/pseudonyms.ts'
import { ensureSubject } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import { sealHandOffs } from './hand-off-store.ts'
import type { Owner } from './owner.ts'
import type { NewReport, Report } from './report.ts'
import { MADE_WITHOUT_PROOF } from './reporter-store.ts'

interface Row {
  id: string
  reference: string
  event_type: string
  submitted_at: Date
  safety: boolean
  timing: Report['timing']
}

/** The channel that the worker listens on. Nothing but the fact that there is something to do travels on it. */
export const REPORTS_CHANNEL = 'reports'

/**
 * Stores a report, ready to be fanned out, under a data key of its own, and wakes the worker when the transaction
 * commits.
 */
export async function storeReport(owner: Owner, report: NewReport): Promise<Report> {
  const { tx, vault, person, now } = owner
  const [subject] = person.subjects
  if (!subject) throw new Error('A person without a subject cannot report')
  const id = uuidv7()
  const dataKey = await createDataKey(tx, vault, subject)
  const { eventType, safety, timing, handOffs } = report
  const row = { id, reference: newReference(), event_type: eventType, submitted_at: now, safety }
  await tx('reports').insert({
    ...row,
    account_id: person.accountId,
    subject_ref: subject,
    proved: person.proved,
    draft_id: report.draftId,
    data_key_id: dataKey.id,
    facts: seal(dataKey.key, report.facts, placeOf(id)),
    answers: seal(dataKey.key, report.answers, { ...placeOf(id), column: 'answers' }),
    areas: [...report.areas],
    listed_as: [...report.listedAs],
    told: JSON.stringify(report.told),
    withheld: JSON.stringify(report.withheld),
    timing: JSON.stringify(timing),
    redacted: JSON.stringify(report.redacted),
    cooled_at: report.cooledAt ?? null,
    hand_offs: sealHandOffs(dataKey, id, handOffs),
    not_before: now,
    ...(await aboutColumns(owner, id, report)),
  })
  await tx.raw(`select pg_notify(?, '')`, [REPORTS_CHANNEL])
  return toReport({ ...row, timing })
}

/** What became of a draft, if it was sent. In the citizen's context. */
export async function reportOfDraft({ tx, person }: Owner, draftId: string): Promise<Report | undefined> {
  const row = await tx<Row & { account_id: string; draft_id: string }>('reports')
    .where({ account_id: person.accountId, draft_id: draftId })
    .first()
  return row && toReport(row)
}

/** In the citizen's context: another's report is not found. */
export async function findReport(db: Db, reference: string): Promise<Report | undefined> {
  const row = await db<Row>('reports').where({ reference }).first()
  return row && toReport(row)
}

/**
 * The latest that can be taken back. In the citizen's context.
 *
 * @param types for somebody who has not proved who they are: of these, and made without a proof
 */
export async function standingReports(db: Db, types: readonly string[] | undefined): Promise<Report[]> {
  const query = db<Row & { state: string }>('reports').where({ state: 'reported' }).orderBy('submitted_at', 'desc')
  const rows = await (types ? query.whereIn('event_type', types).whereRaw(MADE_WITHOUT_PROOF) : query).limit(10)
  return rows.map(toReport)
}

/**
 * The facts of many reports at once, by report id; those whose key was erased are not in the map. Keys that were not read
 * with them are read at once.
 */
export async function factsOfReports(
  db: Db,
  vault: Vault,
  reports: readonly SealedReport[],
): Promise<Map<string, Facts>> {
  const without = reports.filter(({ key }) => key === undefined)
  const read = without.length > 0 ? await openDataKeys(db, vault, without.map(keyIdOf)) : undefined
  const opened = reports.flatMap(({ id, data_key_id, facts, key }) => {
    const dataKey = key ? unwrapDataKey(vault, key) : read?.get(data_key_id)
    return dataKey ? [[id, open<Facts>(dataKey.key, facts, placeOf(id))] as const] : []
  })
  return new Map(opened)
}

/** A report's facts as its row has them. */
export interface SealedReport {
  id: string
  data_key_id: string
  facts: Buffer
  /** As it was read with the report; null when it was erased. */
  key?: WrappedDataKey | null
}

const keyIdOf = ({ data_key_id }: SealedReport) => data_key_id

/** A report about somebody else is of a subject of its own, which nobody's account is until that person is known. */
async function aboutColumns({ tx, vault, person }: Owner, id: string, { about, joins }: NewReport) {
  if (!about) return {}
  if (!joins) {
    await widenContext(tx, { subjects: [...person.subjects, subjectRef(vault, 'reported', id)] })
    await ensureSubject(tx, vault, { idType: 'reported', id })
  }
  return {
    about_ref: joins?.aboutRef ?? subjectRef(vault, 'reported', id),
    about_keys: about.keys,
    about_proofs: about.proofs,
    matter_ref: about.matter,
    provenance: JSON.stringify(about.provenance),
    joins_report_id: joins?.id ?? null,
  }
}

const toReport = (row: Row): Report => ({
  id: row.id,
  reference: row.reference,
  eventType: row.event_type,
  submittedAt: row.submitted_at,
  safety: row.safety,
  timing: row.timing,
})

const placeOf = (row: string) => ({ table: 'reports', column: 'facts', row })
