import { formatDateTime } from '../../shared/dates.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

/** Something to agree to: when that was is the answer. */
export const statement: Kind<'statement'> = {
  inputs: ({ name }) => [name],
  parse: ({ name, words: own }, typed, { language, now }) =>
    text(typed, name) === TICKED
      ? { answer: { at: now.toISOString() } }
      : { errors: [{ field: name, message: own[language].errors.blank }] },
  typedFrom: ({ name }) => ({ [name]: TICKED }),
  view: ({ words: own }, _typed, { language }) => {
    const { paragraphs, label } = own[language]
    return { paragraphs, label, ticked: TICKED }
  },
  show: (_question, { at }, { language }) => [words[language].statement.agreed(formatDateTime(new Date(at), language))],
}

const TICKED = 'yes'
