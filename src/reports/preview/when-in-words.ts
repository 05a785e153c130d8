import { formatDate, formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { previewWords } from '../content/preview-words.ts'
import type { WhenTold } from './when-told.ts'

/** `On 3 May 2027.` */
export function whenInWords(when: WhenTold, hours: number, language: Language): string {
  const text = previewWords[language].whoWillBeTold
  switch (when.kind) {
    case 'now':
      return text.whenNow
    case 'cooling-off':
      return text.whenCoolingOff(hours, formatDateTime(when.until, language))
    case 'date':
      return text.whenDate(formatDate(when.date, language))
    case 'held':
      return text.whenHeld
    case 'held-until':
      return text.whenHeldUntil(formatDate(when.date, language))
  }
}
