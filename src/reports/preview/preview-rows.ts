import type { Agreement } from '../../agreements/agreement.ts'
import { powerLink } from '../../agreements/power.ts'
import { said, type Said } from '../../agreements/show-agreement.ts'
import { numberNames } from '../../catalogue/matching-numbers.ts'
import type { Language } from '../../shared/language.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { factsRow } from './facts-row.ts'
import { isOptional, type ToldBody } from './preview.ts'
import type { Around } from './preview-view.ts'
import { whenInWords } from './when-in-words.ts'
import { thenChange, thenGiveNumber } from './then.ts'

export interface ShownRow {
  key: string
  lines: Said[]
  bullets?: true
  href?: string
  /** Text of the link, or of the button. */
  link?: string
  /** In short, with the lines in a fold: where a page has many bodies, their values alone fill it. */
  short?: string
  /** The same of every body of its kind, and not what people decide by: with others like it in a fold below the card. */
  aside?: true
  /** Of a button that keeps what is answered on the page, and goes on to another. */
  then?: string
}

export type Shown = Pick<Around, 'event' | 'safety' | 'coolingOffHours' | 'language' | 'many'>

/** All about one body under one agreement, in the order that people ask. */
export function rowsOf(told: ToldBody, shown: Shown): ShownRow[] {
  const { language } = shown
  const text = previewWords[language].whoWillBeTold
  const { agreement } = told.recipient
  return [
    factsRow(told, shown),
    ...leftOutRow(told, shown),
    ...careRow(told, shown),
    ...ifListedRow(told, shown),
    { ...powerRow(agreement, language), aside: true },
    { key: text.effect, lines: [said(agreement.effect, language)] },
    whenRow(told, shown),
    { key: text.usual, lines: [{ text: text.usualDays(agreement.usualDays) }], aside: true },
    findingRow(told, shown),
    { key: text.choice, lines: [{ text: isOptional(told.recipient) ? text.chooseBelow : text.required }], aside: true },
  ]
}

function leftOutRow({ leftOut }: ToldBody, { event, language }: Shown): ShownRow[] {
  const text = previewWords[language].whoWillBeTold
  const labels = leftOut.map((name) => event.fields[name]?.label[language] ?? name)
  if (labels.length === 0) return []
  const lines = [{ text: `${labels.join(', ')}.` }, { text: text.leftOutWarning }]
  return [{ key: text.leftOut, lines }]
}

/**
 * Whether it has a file is not said before something is sent: a page that said so would tell anybody who is at this
 * screen, and whoever types the number of somebody else.
 */
function ifListedRow({ recipient }: ToldBody, { event, language }: Shown): ShownRow[] {
  const text = previewWords[language].whoWillBeTold
  const only = event.about ? text.onlyWithFileOther : text.onlyWithFile
  return recipient.agency.byInterest ? [{ key: text.whether, lines: [{ text: only }] }] : []
}

/** Who is at risk may count on care only where the body is told of it. */
function careRow({ facts }: ToldBody, { safety, language }: Shown): ShownRow[] {
  const text = previewWords[language].whoWillBeTold
  return safety && !facts['handle_with_care'] ? [{ key: text.care, lines: [{ text: text.noCare }] }] : []
}

/** The law by its name where it has one, and where to read it. */
function powerRow({ power, powerName }: Agreement, language: Language): ShownRow {
  const text = previewWords[language].whoWillBeTold
  const href = powerLink(power)
  const name = powerName ? [said(powerName, language)] : href ? [] : [{ text: power }]
  return { key: text.power, lines: name, ...(href && { href, link: text.legislation }) }
}

function whenRow({ when, recipient }: ToldBody, { coolingOffHours, language }: Shown): ShownRow {
  const text = previewWords[language].whoWillBeTold
  const line = { text: whenInWords(when, coolingOffHours, language) }
  return { key: text.when, lines: [line], then: thenChange('when', recipient.agreement.id), link: text.changeWhen }
}

function findingRow({ canFind, recipient, leftOut }: ToldBody, { event, language }: Shown): ShownRow {
  const text = previewWords[language].whoWillBeTold
  if (canFind) return { key: text.finding, lines: [{ text: text.canFind }], aside: true }
  const missing = numberNames.filter((name) => recipient.agreement.matching.includes(name))
  const labelled = (names: readonly string[]) =>
    words[language].list(names.map((name) => event.fields[name]?.label[language] ?? name))
  const kept = missing.filter((name) => leftOut.includes(name))
  if (kept.length > 0) return { key: text.finding, lines: [{ text: text.cannotFindLeftOut(labelled(kept)) }] }
  const lines = [{ text: text.cannotFind(labelled(missing)) }]
  return { key: text.finding, lines, then: thenGiveNumber, link: text.giveNumber }
}
