/** Numbers by which bodies know a person, and by which that person may find what bodies recorded. Never stored. */
export const nationalTypes = ['nino', 'nhs-number', 'passport', 'driving-licence'] as const
export type NationalType = (typeof nationalTypes)[number]

/** A number in its one spelling, so that equal numbers have equal references. */
export interface NationalIdentifier {
  idType: NationalType
  id: string
}

/**
 * In its one spelling; undefined when it cannot be one.
 * National Insurance number: HMRC's manual NIM39110, and QQ of examples. NHS number: its tenth digit checks the others
 * (modulus 11). Driving licence: the 16 characters of a driver number in Great Britain, of which the last two are of the
 * card and may be left out; 8 digits in Northern Ireland. Passport: 9 digits of a British one, or the country's three
 * letters (ICAO 9303), a colon and the number.
 */
export function readIdentifier(idType: NationalType, text: string): NationalIdentifier | undefined {
  const compact = text.toUpperCase().replace(/[\s-]/g, '')
  const id = FORMS[idType](compact)
  return id === undefined ? undefined : { idType, id }
}

const NINO = /^(QQ|(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/
const DRIVER = /^([A-Z9]{5}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9])([A-Z]{2})?$/

const FORMS: Record<NationalType, (compact: string) => string | undefined> = {
  nino: (text) => (NINO.test(text) ? text : undefined),
  'nhs-number': (text) => (/^\d{10}$/.test(text) && checksOut(text) ? text : undefined),
  passport: (text) => {
    if (/^\d{9}$/.test(text)) return `GBR:${text}`
    return /^[A-Z]{3}:(?=.*\d)[A-Z0-9]{6,9}$/.test(text) ? text : undefined
  },
  'driving-licence': (text) => (/^\d{8}$/.test(text) ? text : DRIVER.exec(text)?.[1]),
}

/** NHS Data Dictionary, NHS NUMBER. */
function checksOut(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}
