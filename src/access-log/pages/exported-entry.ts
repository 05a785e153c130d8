import { basisInWords } from '../../agreements/show-agreement.ts'
import { csv } from '../../shared/csv.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { disclosureState, type AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { isNeutral } from '../neutral.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import type { About } from './about-entries.ts'
import { titleOf } from './describe-entry.ts'
import { actorRows, categoriesInWords, reasonRows, stateRows } from './entry-rows.ts'
import { markRows } from './correction-rows.ts'

const words = { en, cy }

type Column = keyof typeof en.file.columns

/** The columns' names, in the reader's language. */
export const csvHeader = (language: Language) => csv([Object.values(words[language].file.columns)])

/** One entry as a line of a spreadsheet, in the reader's words. */
export function csvLine(entry: AccessEntry, about: About, language: Language): string {
  const name = (id: string) => inLanguage(about.bodies.get(id) ?? { en: id }, language)
  const activity = about.activities.get(entry.activityId)
  const linesOf = (rows: ReturnType<typeof stateRows>) => rows.flatMap(({ lines }) => lines.map(({ text }) => text))
  const values: Record<Column, string | undefined> = {
    registered_at: entry.registeredAt.toISOString(),
    occurred_start: entry.occurredStart.toISOString(),
    occurred_end: entry.occurredEnd.toISOString(),
    body: name(entry.bodyId),
    what: titleOf(entry, about, language),
    status: words[language].file.statuses[entry.status],
    ...{ unit: entry.unit, system: entry.system },
    counterparty: entry.counterpartyId && name(entry.counterpartyId),
    done_by: linesOf(actorRows(entry, language)).join(' '),
    data: categoriesInWords(entry.dataCategories, language),
    why: activity && inLanguage(activity.purpose, language),
    basis: basisInWords(entry.legalBasis, language),
    ...{ power: entry.power, agreement: entry.agreementId },
    report: entry.reportId === undefined ? undefined : about.reports.get(entry.reportId)?.reference,
    ...{ trace: entry.traceId, record: entry.recordId },
    note: [
      ...linesOf(stateRows(entry, language)),
      ...linesOf(reasonRows(entry, language)),
      ...linesOf(markRows(entry, about, language)),
    ].join(' '),
  }
  const columns = Object.keys(words[language].file.columns) as Column[]
  return csv([columns.map((column) => values[column] ?? '')])
}

/** One entry under the names that the shared access record gives its fields. */
export function exportedEntry(entry: AccessEntry, { bodies, activities, reports }: About) {
  const side = (id: string) => ({ id, name: bodies.get(id) })
  const activity = activities.get(entry.activityId)
  return {
    record_id: entry.recordId,
    trace_id: entry.traceId || undefined,
    status: entry.status,
    registered_at: entry.registeredAt,
    occurred_start: entry.occurredStart,
    occurred_end: entry.occurredEnd,
    access_type: isNeutral(entry) ? undefined : entry.accessType,
    controller: {
      ...(entry.ours ? { id: OUR_CONTROLLER } : side(entry.bodyId)),
      unit: entry.unit,
      system: entry.system,
    },
    counterparty: entry.counterpartyId === undefined ? undefined : side(entry.counterpartyId),
    activity_id: entry.activityId,
    purpose: activity?.purpose,
    dpv_purpose: activity?.dpvPurpose,
    legal_basis: entry.legalBasis,
    power: entry.power,
    agreement_ref: entry.agreementId,
    report: entry.reportId === undefined ? undefined : reports.get(entry.reportId)?.reference,
    data_categories: entry.dataCategories,
    actor: entry.actor,
    subject_role: entry.subjectRole,
    drift: entry.drift.length > 0 ? entry.drift : undefined,
    supersedes: entry.supersedes,
    void: entry.void || undefined,
    disclosure: disclosureState(entry),
    look_reason: entry.lookReason,
  }
}
