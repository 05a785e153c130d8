import { previewWords } from '../content/preview-words.ts'
import type { ToldBody } from './preview.ts'
import type { Shown, ShownRow } from './preview-rows.ts'
import { thenChange } from './then.ts'

// So few values take no more room than their names.
const SHORT = 3

/** Each field with the very value that is sent. Who is at risk can leave some of them out. */
export function factsRow({ facts, recipient }: ToldBody, { event, safety, language, many }: Shown): ShownRow {
  const text = previewWords[language].whoWillBeTold
  const lines = Object.entries(facts).flatMap(([name, value]) => {
    const field = event.fields[name]
    return field ? [{ text: `${field.label[language]}: ${field.show(value, language).join(', ')}` }] : []
  })
  const link = safety && { then: thenChange('leave-out', recipient.agreement.id), link: text.leaveOut }
  if (lines.length === 0) return { key: text.what, lines: [{ text: text.nothing }], ...link }
  const labels = Object.keys(facts).flatMap((name) => event.fields[name]?.label[language] ?? [])
  const short = many && labels.length > SHORT ? { short: `${labels.join('. ')}.` } : {}
  return { key: text.what, lines, bullets: true, ...short, ...link }
}
