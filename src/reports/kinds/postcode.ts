import type { AnswerOf } from '../../catalogue/answers.ts'
import { placeOf } from '../../catalogue/postal-address.ts'
import type { AddressLookup, FoundAddress } from '../../places/address-lookup.ts'
import { normalPostcode } from '../../shared/address.ts'
import { words } from '../content/words.ts'
import { text, type Kind } from './kind.ts'

/** Looks up what there is at a postcode; or the person goes on to type the address. */
export const postcode: Kind<'postcode'> = {
  inputs: ({ name }) => [name, byHandOf(name)],
  parse: async ({ name }, typed, { language, addresses }) => {
    const { errors } = words[language].postcode
    const written = text(typed, name)
    const normal = normalPostcode(written)
    if (text(typed, byHandOf(name))) return { answer: { postcode: normal ?? '', search: 'by-hand', found: [] } }
    if (written === '') return { errors: [{ field: name, message: errors.blank }] }
    if (!normal || normal.startsWith('BFPO')) return { errors: [{ field: name, message: errors.wrong }] }
    return { answer: await search(addresses, normal) }
  },
  typedFrom: ({ name }, answer) => ({ [name]: answer.postcode }),
  view: ({ name, ofOther }) => ({ byHand: byHandOf(name), autocomplete: ofOther ? 'off' : 'postal-code' }),
  show: (_question, answer) => [answer.postcode],
}

async function search(addresses: AddressLookup, normal: string): Promise<AnswerOf<'postcode'>> {
  const lookup = await addresses.findByPostcode(normal)
  if (lookup.kind === 'unavailable') return { postcode: normal, search: 'unavailable', found: [] }
  const found = lookup.addresses.map(located)
  return { postcode: normal, search: found.length > 0 ? 'found' : 'none', found }
}

/** No council is a council not known: then the citizen is asked. */
const located = ({ address, welsh, councils }: FoundAddress) => ({
  address: placeOf(address),
  ...(welsh && { welsh: placeOf(welsh) }),
  ...(councils.length > 0 && { councils }),
})

const byHandOf = (name: string) => `${name}-by-hand`
