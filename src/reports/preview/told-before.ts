import { formatDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { aboutWords } from '../content/about-words.ts'
import type { Preview } from './preview.ts'
import { nameOf } from './preview-view.ts'

/** That the same was reported before, and whom that tells: nothing of who reported it. */
export function toldBeforeIn({ earlier, toldBefore }: Preview, language: Language) {
  if (!earlier) return undefined
  const { text, before, alone } = aboutWords[language].joined
  const names = [...new Set(toldBefore.map(({ recipient }) => nameOf(recipient, language)))]
  return { text: text(formatDate(ukToday(earlier.submittedAt), language)), before, alone, names }
}
