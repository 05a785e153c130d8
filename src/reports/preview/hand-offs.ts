import type { Language } from '../../shared/language.ts'
import type { Visit } from '../journey/visit.ts'

/** What the citizen still has to apply for, with where. */
export function handOffsIn({ event, journey: { given, known } }: Visit, language: Language) {
  const handOffs = event.handOffs?.(given, known) ?? []
  return handOffs.map(({ words: own, href }) => ({ text: own[language].text, href }))
}
