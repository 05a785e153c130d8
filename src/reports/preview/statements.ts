import { answerTo } from '../../catalogue/answers.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { previewWords } from '../content/preview-words.ts'
import type { Journey } from '../journey/journey.ts'

/** What the citizen stated on the way, such as that they have other people's permission, in its words and with the time. */
export function statementsOf({ steps, given }: Pick<Journey, 'steps' | 'given'>, language: Language) {
  return steps.flatMap(({ question }) => {
    const at = answerTo('statement', given, question.name)?.at
    if (question.kind !== 'statement' || !at) return []
    const time = formatDateTime(new Date(at), language)
    return [{ stated: previewWords[language].whoWillBeTold.stated(time), words: question.words[language].label }]
  })
}
