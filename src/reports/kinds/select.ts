import type { SelectQuestion } from '../../catalogue/question.ts'
import type { Language } from '../../shared/language.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

/** One of many: a list that drops down, with nothing chosen at first. */
export const select: Kind<'select'> = {
  inputs: ({ name }) => [name],
  parse: (question, typed, { language }) => {
    const chosen = text(typed, question.name)
    if (optionOf(question, chosen, language)) return { answer: chosen }
    if (question.optional && chosen === '') return { answer: undefined }
    return { errors: [{ field: question.name, message: question.words[language].errors.blank }] }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer }),
  view: ({ options }, _typed, { language }) => ({
    items: [{ value: '', text: words[language].select.choose }, ...options(language)],
  }),
  show: (question, answer, { language }) => [optionOf(question, answer, language)?.text ?? answer],
  stands: (question, answer) => optionOf(question, answer, 'en') !== undefined,
}

const optionOf = ({ options }: SelectQuestion, value: string, language: Language) =>
  options(language).find((option) => option.value === value)
