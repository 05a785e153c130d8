import { answerTo, type Answers } from '../../catalogue/answers.ts'
import { countries } from '../../catalogue/countries.ts'
import { addressInWords } from '../../catalogue/postal-address.ts'
import type { AddressQuestion } from '../../catalogue/question.ts'
import { councilsAt } from '../../places/councils.ts'
import { words } from '../content/words.ts'
import { addressFromLines, forms, lineProblems, linesFromAddress, type LineName, type Lines } from './address-form.ts'
import { text, type Asking, type Kind, type Typed } from './kind.ts'

/** An address by hand: in the United Kingdom, with the British Forces, or abroad. */
export const address: Kind<'address'> = {
  inputs: ({ name, form }) => forms[form].map((line) => inputOf(name, line.name)),
  parse: async ({ name, form }, typed, { language, addresses }) => {
    const lines = linesOf(name, typed)
    const problems = lineProblems(form, lines)
    const { errors } = words[language].address
    if (problems.length > 0) {
      return {
        errors: problems.map((each) => ({
          field: inputOf(name, each.name),
          message: errors[form][each.name][each.problem],
        })),
      }
    }
    const given = addressFromLines(form, lines)
    // British Forces post has postcodes too (BF1), which no council serves.
    const councils = form === 'forces' ? [] : await councilsAt(addresses, given)
    return { answer: { address: given, ...(councils && { councils }) } }
  },
  typedFrom: ({ name, form }, answer) => inputsFrom(name, linesFromAddress(form, answer.address)),
  suggested: ({ name, from }, { given }) => ({ [inputOf(name, 'postcode')]: searched(given, from)?.postcode ?? '' }),
  view: ({ name, form, from, ofOther }, _typed, asking) => ({
    lines: forms[form]
      .map((line) => lineView(name, form, line, asking))
      .map((line) => (ofOther ? { ...line, autocomplete: 'off' } : line)),
    notice: noticeOf(searched(asking.given, from), asking),
  }),
  show: (_question, answer, { language }) => addressInWords(answer.address, language),
}

const LINES: readonly LineName[] = ['line1', 'line2', 'town', 'county', 'postcode', 'country']

const linesOf = (name: string, typed: Typed) =>
  Object.fromEntries(LINES.map((line) => [line, text(typed, inputOf(name, line))])) as Record<LineName, string>

const inputsFrom = (name: string, lines: Lines): Typed =>
  Object.fromEntries(LINES.map((line) => [inputOf(name, line), lines[line]]))

const inputOf = (name: string, line: LineName) => `${name}-${line}`

function searched(given: Answers, from: string | undefined) {
  return from === undefined ? undefined : answerTo('postcode', given, from)
}

/** Why somebody must type who had hoped to choose. */
function noticeOf(search: ReturnType<typeof searched>, { language }: Asking): string | undefined {
  const { none, unavailable } = words[language].address
  if (search?.search === 'none') return none(search.postcode)
  return search?.search === 'unavailable' ? unavailable : undefined
}

function lineView(
  name: string,
  form: AddressQuestion['form'],
  line: { name: LineName; required: boolean },
  { language }: Asking,
) {
  const { labels, hints, optional, chooseCountry } = words[language].address
  const label = labels[form][line.name]
  return {
    name: inputOf(name, line.name),
    label: line.required ? label : optional(label),
    hint: hints[form][line.name] || undefined,
    autocomplete: AUTOCOMPLETE[line.name],
    narrow: line.name === 'postcode',
    items:
      line.name === 'country'
        ? [
            { value: '', text: chooseCountry },
            ...countries[language].map(({ code, name: text }) => ({ value: code, text })),
          ]
        : undefined,
  }
}

/** Tokens of the HTML standard, so that a browser can fill them in (WCAG 2.2, 1.3.5). */
const AUTOCOMPLETE: Record<LineName, string> = {
  line1: 'address-line1',
  line2: 'address-line2',
  town: 'address-level2',
  county: 'address-level1',
  postcode: 'postal-code',
  country: 'country',
}
