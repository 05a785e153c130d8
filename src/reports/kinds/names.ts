import type { PersonNames } from '../../catalogue/person-name.ts'
import type { NamesQuestion } from '../../catalogue/question.ts'
import type { Language } from '../../shared/language.ts'
import { fullName } from '../../shared/names.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { text, type Kind, type Typed } from './kind.ts'

/** Two boxes. Names are as people write them: only their length is checked. */
export const names: Kind<'names'> = {
  inputs: ({ name }) => PARTS.map((part) => inputOf(name, part)),
  parse: (question, typed, { language }) => {
    const written = PARTS.map((part) => writtenIn(question, typed, part))
    if (question.optional && written.every((each) => each === '')) return { answer: undefined }
    const errors = PARTS.flatMap((part) => problemOf(question, typed, part, language))
    return errors.length > 0 ? { errors } : { answer: [{ nameParts: nameParts(written) }] }
  },
  typedFrom: ({ name }, answer) => ({
    [inputOf(name, 'first')]: partsOf(answer, 'GivenName'),
    [inputOf(name, 'last')]: partsOf(answer, 'FamilyName'),
  }),
  view: ({ name, ofReporter }, _typed, { language }) => ({
    boxes: PARTS.map((part) => ({
      name: inputOf(name, part),
      ...words[language].names[part],
      autocomplete: ofReporter && AUTOCOMPLETE[part],
    })),
  }),
  show: (_question, answer) => answer.map(fullName),
}

const PARTS = ['first', 'last'] as const
type Part = (typeof PARTS)[number]

// Tokens of the HTML standard (WCAG 2.2, 1.3.5: only for the user's own).
const AUTOCOMPLETE = { first: 'given-name', last: 'family-name' }
const TYPES = { first: 'GivenName', last: 'FamilyName' } as const
const MOST_LETTERS = 100

const writtenIn = ({ name }: NamesQuestion, typed: Typed, part: Part) =>
  text(typed, inputOf(name, part)).replace(/\s+/g, ' ')

function problemOf(question: NamesQuestion, typed: Typed, part: Part, language: Language): FieldError[] {
  const { firstBlank, lastBlank, tooLong } = question.words[language].errors
  const written = writtenIn(question, typed, part)
  const field = inputOf(question.name, part)
  if (written === '') return [{ field, message: part === 'first' ? firstBlank : lastBlank }]
  return written.length > MOST_LETTERS ? [{ field, message: tooLong }] : []
}

const nameParts = (written: string[]): PersonNames[number]['nameParts'] =>
  PARTS.map((part, index) => ({ type: TYPES[part], value: written[index] ?? '' }))

const partsOf = (answer: PersonNames, type: 'GivenName' | 'FamilyName') =>
  (answer[0]?.nameParts ?? [])
    .filter((part) => part.type === type)
    .map(({ value }) => value)
    .join(' ')

const inputOf = (name: string, part: Part) => `${name}-${part}`
