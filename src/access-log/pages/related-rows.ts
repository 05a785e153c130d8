import { inLanguage, type Language } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { row } from '../summary-row.ts'
import type { About } from './about-entries.ts'
import { correctedKey, type SameTrace } from './related-store.ts'

const words = { en, cy }

export const pathOf = ({ recordId, bodyId, ours }: Pick<AccessEntry, 'recordId' | 'bodyId' | 'ours'>) =>
  ours ? `/access/${recordId}` : `/access/${recordId}/${bodyId}`

/** Where data passed from one body to another: whether the other side says so too, and what else was part of it. */
export function traceRows(entry: AccessEntry, same: readonly SameTrace[], { bodies }: About, language: Language) {
  const text = words[language].entry
  const other = same.find((one) => isOtherSide(entry, one))
  const rest = same.filter((one) => one !== other)
  const name = (id: string) => inLanguage(bodies.get(id) ?? { en: id }, language)
  const side = otherSideOf(entry)
  // A body that does not take part cannot be expected to report; whoever we told often only keeps it.
  const missing = side !== undefined && !entry.ours && bodies.has(side)
  return [
    ...(other
      ? row(text.exchange, other.ours ? text.bothOurs : text.both(name(other.bodyId)), {
          ...{ text: text.otherSide, href: pathOf(other) },
        })
      : []),
    ...(!other && missing ? row(text.exchange, text.oneSide(name(side))) : []),
    ...row(
      text.same,
      ...rest.map((one) => ({ text: sameInWords(one, name(one.bodyId), language), href: pathOf(one) })),
    ),
  ]
}

const sameInWords = ({ ours, accessType }: SameTrace, body: string, language: Language) => {
  const { entry, kinds } = words[language]
  return ours ? entry.ours(body) : `${body}: ${kinds[accessType].toLowerCase()}`
}

/** The body on the other side; undefined where data passed to nobody, or did not arrive. */
function otherSideOf(entry: AccessEntry): string | undefined {
  if (entry.ours) return entry.bodyId
  const passed = entry.accessType === 'disclose' || entry.accessType === 'receive'
  return passed && entry.status === 'ok' && entry.counterpartyId !== OUR_CONTROLLER ? entry.counterpartyId : undefined
}

/** One gave to the other, and the other got from the one. */
function isOtherSide(entry: AccessEntry, { ours, bodyId, accessType, counterpartyId }: SameTrace): boolean {
  const [self, other] = entry.ours ? [OUR_CONTROLLER, entry.bodyId] : [entry.bodyId, entry.counterpartyId]
  const passed = { disclose: 'receive', receive: 'disclose' }[entry.accessType as string]
  if (accessType !== passed) return false
  return ours ? other === OUR_CONTROLLER && bodyId === self : bodyId === other && counterpartyId === self
}

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
