import { isDeepStrictEqual } from 'node:util'
import { addressInWords, placeOf } from '../../catalogue/postal-address.ts'
import { councilsAt } from '../../places/councils.ts'
import { text, type Kind } from './kind.ts'

/** An address that we hold, shown and only confirmed. */
export const confirmAddress: Kind<'confirm-address'> = {
  inputs: ({ name }) => [name],
  parse: async (question, typed, { language, given, known, addresses }) => {
    const { name, words } = question
    const held = question.address(given, known)
    const chosen = text(typed, name)
    if (!held || !['yes', 'no'].includes(chosen))
      return { errors: [{ field: name, message: words[language].errors.blank }] }
    const address = placeOf(held)
    if (chosen === 'no') return { answer: { confirmed: false, address } }
    const councils = await councilsAt(addresses, address)
    return { answer: { confirmed: true, address, ...(councils && { councils }) } }
  },
  typedFrom: ({ name }, { confirmed }) => ({ [name]: confirmed ? 'yes' : 'no' }),
  view: ({ words, address }, _typed, { language, given, known }) => {
    const { options } = words[language]
    return {
      lines: addressInWords(placeOf(address(given, known) ?? {}), language),
      items: ['yes', 'no'].map((value) => ({ value, text: options[value] ?? value })),
    }
  },
  show: ({ words }, { confirmed, address }, { language }) =>
    confirmed ? addressInWords(address, language) : [words[language].options['no'] ?? 'no'],
  arises: ({ address }, given, known) => address(given, known) !== undefined,
  // Another address may have become the one to confirm.
  stands: (question, { address }, given, known) => {
    const held = question.address(given, known)
    return held !== undefined && isDeepStrictEqual(placeOf(held), address)
  },
}
