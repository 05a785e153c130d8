import type { AnswerOf } from '../../catalogue/answers.ts'
import { councils, findCouncil, withCounty } from '../../places/councils.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

const UNKNOWN = 'unknown'

/** A council, with the county above it if it has one. Nobody is stopped by not knowing. */
export const council: Kind<'council'> = {
  inputs: ({ name }) => [name],
  parse: ({ name }, typed, { language }) => {
    const chosen = text(typed, name)
    if (chosen === UNKNOWN) return { answer: [] }
    const found = findCouncil(chosen)
    if (found && found.tier !== 'county') return { answer: withCounty(found) }
    return { errors: [{ field: name, message: words[language].council.errors.blank }] }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer[0] ?? UNKNOWN }),
  view: (_question, _typed, { language }) => ({ items: items[language] }),
  show: (_question, answer, { language }) => namesOf(answer, language),
}

const items = { en: itemsIn('en'), cy: itemsIn('cy') }

function itemsIn(language: Language) {
  const { choose, unknown } = words[language].council
  const named = councils
    .filter(({ tier }) => tier !== 'county')
    .map(({ code, name }) => ({ value: code, text: inLanguage(name, language) }))
    .sort((one, other) => one.text.localeCompare(other.text, language))
  return [{ value: '', text: choose }, ...named, { value: UNKNOWN, text: unknown }]
}

function namesOf(codes: AnswerOf<'council'>, language: Language): string[] {
  if (codes.length === 0) return [words[language].council.unknown]
  return codes.map((code) => inLanguage(findCouncil(code)?.name ?? { en: code }, language))
}
