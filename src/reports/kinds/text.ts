import { text, type Kind } from './kind.ts'

/** One line in a form that the question knows. */
export const line: Kind<'text'> = {
  inputs: ({ name }) => [name],
  parse: ({ name, format, words, optional }, typed, { language }) => {
    const { errors } = words[language]
    const written = text(typed, name)
    if (written === '') return optional ? { answer: undefined } : { errors: [{ field: name, message: errors.blank }] }
    const answer = format(written.replaceAll('\n', ' '))
    return answer === undefined ? { errors: [{ field: name, message: errors.wrong }] } : { answer }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer }),
  view: ({ width, autocomplete }) => ({ width, autocomplete }),
  show: (_question, answer) => [answer],
  stands: ({ format }, answer) => format(answer) === answer,
}
