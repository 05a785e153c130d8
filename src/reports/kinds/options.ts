import type { CheckboxesQuestion, RadiosQuestion } from '../../catalogue/question.ts'
import { notKnownOption } from './buttons.ts'
import { list, text, type Asking, type Kind } from './kind.ts'

/** One of a few. */
export const radios: Kind<'radios'> = {
  inputs: ({ name }) => [name],
  parse: (question, typed, asking) => {
    const { name, words, optional } = question
    const chosen = text(typed, name)
    if (optionsOf(question, asking).includes(chosen)) return { answer: chosen }
    if (optional && chosen === '') return { answer: undefined }
    return { errors: [{ field: name, message: words[asking.language].errors.blank }] }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer }),
  view: (question, _typed, asking) => ({
    items: itemsOf(question, optionsOf(question, asking), asking.language).map((item) => ({
      ...item,
      text: question.optionText?.(item.value, asking.known) ?? item.text,
    })),
    notKnown: notKnownOption(question, asking.language),
  }),
  show: ({ words }, answer, { language }) => [words[language].options[answer] ?? answer],
  stands: (question, answer, given, known) => optionsOf(question, { given, known }).includes(answer),
}

/** Any of a few, or the one that excludes the others. */
export const checkboxes: Kind<'checkboxes'> = {
  inputs: ({ name }) => [name],
  many: true,
  parse: (question, typed, asking) => {
    const { name, alone } = question
    const { errors } = question.words[asking.language]
    const ticked = list(typed, name)
    const chosen = optionsOf(question, asking).filter((option) => ticked.includes(option))
    if (chosen.length === 0 && question.optional && ticked.length === 0) return { answer: undefined }
    if (chosen.length === 0) return { errors: [{ field: name, message: errors.blank }] }
    if (chosen.length < 2 || alone === undefined || !chosen.includes(alone)) return { answer: chosen }
    return { errors: [{ field: name, message: errors.contradiction ?? errors.blank }] }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer }),
  view: (question, _typed, asking) => ({
    items: itemsOf(question, optionsOf(question, asking), asking.language),
    alone: question.alone,
  }),
  show: ({ words }, answer, { language }) => answer.map((option) => words[language].options[option] ?? option),
  // Options that come and go with other answers leave no answer behind that is wrong, only one that is not used.
  stands: ({ options }, answer) => typeof options === 'function' || answer.every((option) => options.includes(option)),
}

const optionsOf = (
  { options }: RadiosQuestion | CheckboxesQuestion,
  { given, known }: Pick<Asking, 'given' | 'known'>,
): readonly string[] => (typeof options === 'function' ? options(given, known) : options)

function itemsOf(
  { words }: RadiosQuestion | CheckboxesQuestion,
  options: readonly string[],
  language: Asking['language'],
) {
  const { options: labels, optionHints } = words[language]
  return options.map((value) => ({ value, text: labels[value] ?? value, hint: optionHints?.[value] }))
}
