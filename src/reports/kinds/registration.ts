import type { DateQuestion, RegistrationQuestion } from '../../catalogue/question.ts'
import type { DateWords, RegistrationWords } from '../../catalogue/question-words.ts'
import { addYears, formatDate } from '../../shared/dates.ts'
import { fullName } from '../../shared/names.ts'
import type { FieldError } from '../../web/page.ts'
import { date } from './date.ts'
import { text, type Asking, type Kind, type Typed } from './kind.ts'

/** A registrar's reference and the date of death: found only together, and then what is on record need not be asked. */
export const registration: Kind<'registration'> = {
  inputs: (question) => [referenceOf(question), ...date.inputs(dateOf(question))],
  parse,
  typedFrom: (question, { reference, deathDate }, asking) => ({
    [referenceOf(question)]: reference,
    ...date.typedFrom(dateOf(question), deathDate, asking),
  }),
  view: (question, typed, asking) => {
    const { reference, referenceHint, dateHint, date: legend } = question.words[asking.language]
    const dateQuestion = dateOf(question)
    return {
      reference: { name: referenceOf(question), label: reference, hint: referenceHint },
      date: { ...date.view?.(dateQuestion, typed, asking), name: dateQuestion.name, legend, hint: dateHint },
    }
  },
  show: (_question, { reference, names, deathDate }, { language }) => [
    reference,
    ...names.map(fullName),
    formatDate(deathDate, language),
  ],
}

async function parse(question: RegistrationQuestion, typed: Typed, asking: Asking) {
  const messages = question.words[asking.language].errors
  const reference = readReference(question, typed, messages)
  const parsed = await date.parse(dateOf(question), typed, asking)
  const errors = [reference, parsed].flatMap((read) => ('errors' in read ? read.errors : []))
  if ('errors' in reference || 'errors' in parsed || !parsed.answer) return { errors }
  const answer = await asking.deathRegister.find(reference.answer, parsed.answer)
  if (answer.kind === 'found') return { answer: answer.death }
  const message = answer.kind === 'none' ? messages.notFound : messages.unavailable
  return { errors: [{ field: referenceOf(question), message }] }
}

function readReference(
  question: RegistrationQuestion,
  typed: Typed,
  messages: RegistrationWords['errors'],
): { answer: string } | { errors: FieldError[] } {
  const field = referenceOf(question)
  const answer = text(typed, field)
    .toUpperCase()
    .replace(/[\s./-]/g, '')
  if (/^[A-Z0-9]{10}$/.test(answer)) return { answer }
  return { errors: [{ field, message: answer === '' ? messages.blank : messages.wrong }] }
}

const referenceOf = ({ name }: RegistrationQuestion) => `${name}-reference`

// Registers reach further back, but no body waits for news so old.
const EARLIEST_YEARS = 100

/** The date is asked for as any date is. */
const dateOf = ({ name, section, words: { en, cy } }: RegistrationQuestion): DateQuestion => ({
  kind: 'date',
  name: `${name}-date`,
  section,
  words: { en: dateWords(en), cy: dateWords(cy) },
  earliest: (today) => addYears(today, -EARLIEST_YEARS),
  latest: (today) => today,
})

const dateWords = ({ date: title, errors }: RegistrationWords): DateWords => ({
  title,
  errors: {
    blank: errors.dateBlank,
    partlyBlank: errors.datePartlyBlank,
    notReal: errors.dateNotReal,
    tooEarly: () => errors.dateNotReal,
    tooLate: () => errors.dateTooLate,
  },
})
