import { expect, test } from 'vitest'
import { numberFormats, verifiedNumbers, type NumberName } from '../../src/catalogue/matching-numbers.ts'

const permit = (personalNumber: string) => ({ personalNumber })

test.each<[NumberName, string, string | undefined]>([
  ['national_insurance_number', 'AB123456C', 'AB123456C'],
  ['national_insurance_number', ' ab 12 34 56 c ', 'AB123456C'],
  ['national_insurance_number', 'AB-12-34-56-D', 'AB123456D'],
  ['national_insurance_number', 'QQ123456C', 'QQ123456C'],
  ['national_insurance_number', 'BG123456A', undefined],
  ['national_insurance_number', 'ZZ123456A', undefined],
  ['national_insurance_number', 'AO123456A', undefined],
  ['national_insurance_number', 'DA123456A', undefined],
  ['national_insurance_number', 'AB123456E', undefined],
  ['national_insurance_number', 'AB12345C', undefined],
  ['national_insurance_number', 'AB1234567C', undefined],
  ['national_insurance_number', '', undefined],
  ['driver_number', 'MORGA657054SM9IJ', 'MORGA657054SM9IJ'],
  ['driver_number', 'morga 657054 sm9ij', 'MORGA657054SM9IJ'],
  ['driver_number', 'DOE99802085J99FG', 'DOE99802085J99FG'],
  ['driver_number', 'WHITF761235GE9AB', 'WHITF761235GE9AB'],
  ['driver_number', '12345678', '12345678'],
  ['driver_number', 'MORGA613054SM9IJ', undefined],
  ['driver_number', 'MORGA657324SM9IJ', undefined],
  ['driver_number', 'MORG657054SM9IJ', undefined],
  ['driver_number', '1234567', undefined],
  ['vehicle_registration', 'AB12 CDE', 'AB12CDE'],
  ['vehicle_registration', 'A123 BCD', 'A123BCD'],
  ['vehicle_registration', 'ABC 1D', 'ABC1D'],
  ['vehicle_registration', 'A 1', 'A1'],
  ['vehicle_registration', '1 ABC', '1ABC'],
  ['vehicle_registration', 'AXI 1234', 'AXI1234'],
  ['vehicle_registration', 'AB123 CDE', undefined],
  ['vehicle_registration', 'ABCD', undefined],
  ['vehicle_registration', '1234', undefined],
  ['vehicle_registration', 'AB12 CDÉ', undefined],
  ['log_book_reference', '123 4567 8901', '12345678901'],
  ['log_book_reference', '1234567890', undefined],
  ['log_book_reference', '123456789O1', undefined],
  ['council_tax_account', '7712-345', '7712345'],
  ['council_tax_account', '5000123456X', '5000123456X'],
  ['council_tax_account', '12345', undefined],
  ['council_tax_account', 'ABCDEF1234', undefined],
  ['council_tax_account', '1'.repeat(16), undefined],
  ['customer_reference_number', '12345678901', '12345678901'],
  ['customer_reference_number', '123456789012', undefined],
  ['customer_reference_number', '1'.repeat(60_000), undefined],
])('%s: %j is %j', (name, typed, stored) => {
  expect(numberFormats[name](typed)).toBe(stored)
  if (stored) expect(numberFormats[name](stored)).toBe(stored)
})

test('the driver number of a verified permit is known; one that cannot be one is not', () => {
  const identity = { names: [], birthDate: '1975-11-23', addresses: [], passports: [] }
  const drivingPermits = [permit('unknown'), permit('WHITF761235GE9AB')]
  expect(verifiedNumbers({ ...identity, drivingPermits })).toEqual({
    driver_number: { value: 'WHITF761235GE9AB', verified: true },
  })
  expect(verifiedNumbers({ ...identity, drivingPermits: [] })).toEqual({})
})
