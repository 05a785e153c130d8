import type { TextQuestion } from '../../catalogue/question.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

/** One line in a form that the question knows; or several, up to so many characters. */
export const line: Kind<'text'> = {
  inputs: ({ name }) => [name],
  parse: (question, typed, { language }) => {
    const { name, most, optional } = question
    const { errors } = question.words[language]
    const wrong = (message: string) => ({ errors: [{ field: name, message }] })
    const written = text(typed, name)
    if (written === '') return optional ? { answer: undefined } : wrong(errors.blank)
    if (most !== undefined && written.length > most) return wrong(words[language].text.tooLong(most))
    const answer = question.format(most === undefined ? written.replaceAll('\n', ' ') : written)
    return answer === undefined ? wrong(errors.wrong) : { answer }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer }),
  view: ({ width, autocomplete, inputmode, most }) => ({
    ...{ width, autocomplete, inputmode, most },
    type: inputmode && TYPES[inputmode],
  }),
  show: (_question, answer) => answer.split('\n'),
  stands: (question, answer) => question.format(answer) === answer && !isTooLong(question, answer),
}

// A field for numbers would add arrows to press, and read codes as amounts.
const TYPES = { email: 'email', tel: 'tel', numeric: 'text' }

const isTooLong = ({ most = Infinity }: TextQuestion, answer: string) => answer.length > most
