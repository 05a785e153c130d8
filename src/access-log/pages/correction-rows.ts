import type { Language } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { row } from '../summary-row.ts'
import type { About } from './about-entries.ts'
import { correctedKey } from './related-store.ts'

const words = { en, cy }

export const pathOf = ({ recordId, bodyId, ours }: Pick<AccessEntry, 'recordId' | 'bodyId' | 'ours'>) =>
  ours ? `/access/${recordId}` : `/access/${recordId}/${bodyId}`

/** What this record says of an earlier one, and a later one of this. */
export function correctionRows(entry: AccessEntry, { corrections }: About, language: Language) {
  const text = words[language].entry
  const { supersedes, bodyId, ours } = entry
  const later = ours ? undefined : corrections.get(correctedKey(entry.recordId, bodyId))
  return [
    ...(supersedes === undefined
      ? []
      : row(entry.void ? text.takesBack : text.corrects, {
          ...{ text: text.earlier, href: pathOf({ recordId: supersedes, bodyId, ours: false }) },
        })),
    ...(later
      ? row(text.correctedBy, correctionLine(later.void, language), {
          ...{ text: text.later, href: pathOf({ recordId: later.recordId, bodyId: later.bodyId, ours: false }) },
        })
      : []),
  ]
}

const correctionLine = (takenBack: boolean, language: Language) => {
  const { takenBackText, correctedText } = words[language].entry
  return takenBack ? takenBackText : correctedText
}

/** What a reader of the list should see at once: that it is no longer said so, or goes beyond what was agreed. */
export function markRows(entry: AccessEntry, { corrections }: About, language: Language) {
  const { tags, entry: text, drift } = words[language]
  const later = entry.ours ? undefined : corrections.get(correctedKey(entry.recordId, entry.bodyId))
  const mark = later && (later.void ? 'taken-back' : 'corrected')
  return [
    ...(mark ? row(text.correctedBy, { text: tags[mark], tag: 'grey' }) : []),
    ...(entry.drift.length > 0
      ? row(text.drift, { text: tags.drift, tag: 'orange' }, ...driftLines(entry.drift, language), drift.asks)
      : []),
  ]
}

function driftLines(drift: readonly string[], language: Language): string[] {
  const text = words[language].drift
  const known = (why: string) => {
    return Object.hasOwn(text, why) ? text[why as keyof typeof text] : text.other
  }
  return [...new Set(drift.map(known))]
}
