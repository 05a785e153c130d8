import { isDeepStrictEqual } from 'node:util'
import { answerTo, type AnswerOf, type Answers } from '../../catalogue/answers.ts'
import { addressInWords } from '../../catalogue/postal-address.ts'
import type { FoundAddressQuestion } from '../../catalogue/question.ts'
import type { Language } from '../../shared/language.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

const ELSEWHERE = 'elsewhere'

type Found = AnswerOf<'postcode'>['found'][number]

/** A choice among the addresses of a postcode, the last of them "none of these". */
export const foundAddress: Kind<'found-address'> = {
  inputs: ({ name }) => [name],
  parse: (question, typed, { language, given }) => {
    const chosen = text(typed, question.name)
    if (chosen === ELSEWHERE) return { answer: { elsewhere: true } }
    const found = foundIn(question, given).find((each, index) => valueOf(each, index) === chosen)
    const { blank } = words[language].foundAddress.errors
    return found ? { answer: choice(found, language) } : { errors: [{ field: question.name, message: blank }] }
  },
  typedFrom: (question, answer, { given }) => {
    if ('elsewhere' in answer) return { [question.name]: ELSEWHERE }
    const index = foundIn(question, given).findIndex((each) => isSame(each, answer))
    const found = foundIn(question, given)[index]
    return { [question.name]: found ? valueOf(found, index) : '' }
  },
  view: (question, _typed, { language, given }) => {
    const found = foundIn(question, given)
    const items = found.map((each, index) => ({
      value: valueOf(each, index),
      text: addressInWords(choice(each, language).address, language).join(', '),
    }))
    const { elsewhere, count } = words[language].foundAddress
    return {
      items: [{ value: '', text: count(found.length) }, ...items, { value: ELSEWHERE, text: elsewhere }],
      postcode: answerTo('postcode', given, question.from)?.postcode,
    }
  },
  show: (_question, answer, { language }) => ('address' in answer ? addressInWords(answer.address, language) : []),
  stands: (question, answer, given) =>
    'elsewhere' in answer || foundIn(question, given).some((each) => isSame(each, answer)),
}

const foundIn = ({ from }: FoundAddressQuestion, given: Answers) => answerTo('postcode', given, from)?.found ?? []

/** In Wales an address may have two forms: the one that was read is the one that is kept. */
const choice = ({ address, welsh, councils }: Found, language: Language) => ({
  address: (language === 'cy' && welsh) || address,
  ...(councils && { councils }),
})

const valueOf = ({ address }: Found, index: number) => String(address.uprn ?? `no-${index}`)

const isSame = ({ address, welsh }: Found, answer: { address: object }) =>
  [address, welsh].some((each) => isDeepStrictEqual(each, answer.address))
