import { inLanguage } from '../../shared/language.ts'
import { previewWords } from '../content/preview-words.ts'
import type { Journey } from '../journey/journey.ts'
import type { Preview } from './preview.ts'
import { nameOf, type Around } from './preview-view.ts'
import { whenInWords } from './when-in-words.ts'
import { thenChange } from './then.ts'

/** What telling brings with it, for each body that would be told the field it hangs on, with a way to make it wait. */
export function consequencesOf(
  { told }: Preview,
  { event, given, known }: Journey,
  { coolingOffHours, language }: Pick<Around, 'coolingOffHours' | 'language'>,
) {
  const text = previewWords[language].whoWillBeTold
  const biting = (event.consequences ?? []).filter((one) => one.when(given, known))
  return biting
    .map(({ field, words }) => ({
      ...words[language],
      bodies: told
        .filter(({ facts }) => Object.hasOwn(facts, field))
        .map(({ recipient, when }) => ({
          name: nameOf(recipient, language),
          purpose: inLanguage(recipient.agreement.purpose, language),
          when: whenInWords(when, coolingOffHours, language),
          change: text.changeWhenOf(nameOf(recipient, language)),
          then: thenChange('when', recipient.agreement.id),
        })),
    }))
    .filter(({ bodies }) => bodies.length > 0)
}
