import { isCountry } from '../../catalogue/countries.ts'
import { normalPostcode, type PostalAddress } from '../../shared/address.ts'

/** An address as people write it on an envelope. What is left blank is ''. */
export interface Lines {
  line1: string
  line2: string
  town: string
  county: string
  postcode: string
  country: string
}

export type LineName = keyof Lines

export type AddressForm = 'uk' | 'forces' | 'abroad'

/** Which lines each form has, in order, and which must be filled in. */
export const forms: Record<AddressForm, readonly { name: LineName; required: boolean }[]> = {
  uk: [required('line1'), optional('line2'), required('town'), optional('county'), required('postcode')],
  forces: [optional('line1'), optional('line2'), required('postcode')],
  abroad: [
    required('line1'),
    optional('line2'),
    required('town'),
    optional('county'),
    optional('postcode'),
    required('country'),
  ],
}

const MOST_LETTERS = 100

export type LineProblem = 'blank' | 'tooLong' | 'wrong'

/** Every line that is wrong, with the reason. */
export function lineProblems(form: AddressForm, lines: Lines): { name: LineName; problem: LineProblem }[] {
  return forms[form].flatMap(({ name, required: needed }) => {
    const problem = lineProblem(form, name, lines[name], needed)
    return problem ? [{ name, problem }] : []
  })
}

/** Lines without problems, in the parts of a postal address. */
export function addressFromLines(form: AddressForm, lines: Lines): PostalAddress {
  if (form === 'forces')
    return present({ organisationName: lines.line1, departmentName: lines.line2, ...postal(lines) })
  const { town: addressLocality, county: addressRegion } = lines
  return present({ ...premises(lines.line1, lines.line2), addressLocality, addressRegion, ...postal(lines) })
}

/** The other way round, for a form that is shown again. */
export function linesFromAddress(form: AddressForm, address: PostalAddress): Lines {
  const { organisationName, departmentName, addressLocality = '', addressRegion = '', postalCode = '' } = address
  const [line1 = '', ...others] =
    form === 'forces' ? [organisationName ?? '', departmentName ?? ''] : doorLines(address)
  const country = address.addressCountry ?? ''
  return {
    line1,
    line2: others.join(', '),
    town: addressLocality,
    county: addressRegion,
    postcode: postalCode,
    country,
  }
}

function required(name: LineName) {
  return { name, required: true }
}

function optional(name: LineName) {
  return { name, required: false }
}

function lineProblem(form: AddressForm, name: LineName, text: string, needed: boolean): LineProblem | undefined {
  if (text === '') return needed ? 'blank' : undefined
  if (text.length > MOST_LETTERS) return 'tooLong'
  if (name === 'country') return isCountry(text) ? undefined : 'wrong'
  return name === 'postcode' && form !== 'abroad' && !postcodeIn(form, text) ? 'wrong' : undefined
}

/** British Forces have BFPO numbers, and postcodes that begin with BF1. */
function postcodeIn(form: AddressForm, text: string): string | undefined {
  const forces = /^\d{1,4}$/.test(text) ? `BFPO ${text}` : text
  const normal = normalPostcode(form === 'forces' ? forces : text)
  if (!normal) return undefined
  return /^BF(PO|1 )/.test(normal) === (form === 'forces') ? normal : undefined
}

function postal({ postcode, country }: Lines) {
  if (country) return { postalCode: postcode, addressCountry: country }
  return { postalCode: postcodeIn('uk', postcode) ?? postcodeIn('forces', postcode) ?? postcode, addressCountry: 'GB' }
}

/** A line that begins with a house number is the street; what stands before it is a flat or a building. */
function premises(line1: string, line2: string): PostalAddress {
  const [first, second] = [numbered(line1), numbered(line2)]
  if (first) return { ...first, dependentAddressLocality: line2 }
  if (second) return { subBuildingName: line1, ...second }
  return line2 ? { buildingName: line1, streetName: line2 } : { streetName: line1 }
}

function numbered(line: string): { subBuildingName?: string; buildingNumber: string; streetName: string } | undefined {
  const [, flat, buildingNumber, streetName] =
    /^(?:(.+),\s*)?(\d+[A-Za-z]?(?:[-–/]\d+[A-Za-z]?)?),?\s+(\D.*)$/.exec(line) ?? []
  if (!buildingNumber || !streetName) return undefined
  return { ...(flat && { subBuildingName: flat }), buildingNumber, streetName }
}

function doorLines({
  subBuildingName,
  buildingName,
  buildingNumber,
  streetName,
  dependentAddressLocality,
}: PostalAddress) {
  const street = [buildingNumber, streetName].filter(Boolean).join(' ')
  return [subBuildingName, buildingName, street, dependentAddressLocality].filter((line) => Boolean(line))
}

const present = (address: { [Part in keyof PostalAddress]: PostalAddress[Part] | undefined }): PostalAddress =>
  Object.fromEntries(Object.entries(address).filter(([, part]) => part))
