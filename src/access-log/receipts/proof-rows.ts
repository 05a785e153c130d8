import type { Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { findLogged } from '../log/place-store.ts'
import { row, type SummaryRow } from '../summary-row.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en, cy }

/**
 * What a record's page says of its place in the public log. In the context of its citizen.
 *
 * @param shown the page's own address and title.
 */
export async function proofRows(
  tx: Db,
  subjects: readonly Buffer[],
  entry: AccessEntry,
  { href, longTitle, language }: { href: string; longTitle: string; language: Language },
): Promise<SummaryRow[]> {
  const text = words[language]
  const logged = await findLogged(tx, subjects, { recordId: entry.recordId, controllerId: controllerOf(entry) })
  if (!logged?.place) return row(text.proof, text.waits, { text: text.about, href: '/log' })
  return row(
    text.proof,
    text.placed(String(logged.place.index)),
    { text: text.download, href: `${href}/receipt`, hidden: text.downloadFor(longTitle) },
    { text: text.about, href: '/log' },
  )
}

export const controllerOf = ({ ours, bodyId }: Pick<AccessEntry, 'ours' | 'bodyId'>) => (ours ? OUR_CONTROLLER : bodyId)
