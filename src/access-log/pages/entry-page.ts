import type { Language } from '../../shared/language.ts'
import type { PageData } from '../../web/page.ts'
import { findEntry } from '../access-entry-store.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { words as questionWords } from '../questions/words.ts'
import { proofRows } from '../receipts/proof-rows.ts'
import { sealRows } from '../sealed/seal-rows.ts'
import { row } from '../summary-row.ts'
import { aboutEntries } from './about-entries.ts'
import { describeEntry } from './describe-entry.ts'
import type { Reading } from './list-page.ts'
import { traceRows } from './related-rows.ts'
import { findSameTrace } from './related-store.ts'

const words = { en, cy }

/** All that is known of one record, in the context of its citizen; undefined when it is not among theirs. */
export async function entryPage(
  { tx, subjects, events }: Reading,
  { id, body }: { id: string; body: string | undefined },
  language: Language,
): Promise<PageData | undefined> {
  const entry = await findEntry(tx, subjects, id, body)
  if (!entry) return undefined
  const [about, same] = await Promise.all([
    aboutEntries(tx, subjects, [entry], events),
    findSameTrace(tx, subjects, entry),
  ])
  const text = words[language].entry
  const { longTitle, details, href } = describeEntry(entry, about, language)
  return {
    title: longTitle,
    words: text,
    rows: [
      ...details,
      ...(await sealRows(tx, subjects, entry, language)),
      ...traceRows(entry, same, about, language),
      ...row(text.trace, entry.traceId !== '' && entry.traceId, entry.traceId !== '' && text.traceHint),
      ...row(text.record, entry.recordId),
      ...(await proofRows(tx, subjects, entry, { href, longTitle, language })),
    ],
    backLink: '/access',
    // What the service itself did is asked of whoever runs it.
    ask: entry.bodyId !== OUR_CONTROLLER && { href: `${href}/question`, text: questionWords[language].ask.link },
  }
}
