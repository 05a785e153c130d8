import { inLanguage, type Language } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { row } from '../summary-row.ts'
import type { About } from './about-entries.ts'
import { pathOf } from './correction-rows.ts'
import type { SameTrace } from './related-store.ts'

const words = { en, cy }

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
