import { z } from 'zod'
import type { PostalAddress } from '../shared/address.ts'
import type { FoundAddress } from './address-lookup.ts'
import { councilsOfCustodian } from './councils.ts'
import { inLetterCase } from './letter-case.ts'

const text = z.string().max(200).optional()

/** What we read of a Delivery Point Address (Royal Mail's form of it) in an answer of the OS Places API. */
const deliveryPoint = z.object({
  UPRN: z.string().regex(/^\d{1,12}$/),
  ORGANISATION_NAME: text,
  DEPARTMENT_NAME: text,
  PO_BOX_NUMBER: text,
  SUB_BUILDING_NAME: text,
  BUILDING_NAME: text,
  BUILDING_NUMBER: z.union([z.string().max(20), z.number()]).optional(),
  DEPENDENT_THOROUGHFARE_NAME: text,
  THOROUGHFARE_NAME: text,
  DOUBLE_DEPENDENT_LOCALITY: text,
  DEPENDENT_LOCALITY: text,
  POST_TOWN: z.string().min(1).max(200),
  POSTCODE: z.string().min(1).max(10),
  LOCAL_CUSTODIAN_CODE: z.coerce.number(),
  LANGUAGE: z.string().optional(),
})

export type DeliveryPoint = z.infer<typeof deliveryPoint>

/** Without `results` when the postcode has no address. */
export const placesAnswer = z.object({
  header: z.object({ totalresults: z.number() }),
  results: z.array(z.object({ DPA: deliveryPoint })).default([]),
})

/** One per property, with its Welsh record beside the English one where there are both. */
export function toFoundAddresses(points: DeliveryPoint[]): FoundAddress[] {
  const byUprn = Map.groupBy(points, (point) => point.UPRN)
  return [...byUprn.values()].flatMap((records) => {
    const welsh = records.find((record) => record.LANGUAGE === 'CY')
    const main = records.find((record) => record !== welsh) ?? welsh
    return main ? [foundAddress(main, welsh)] : []
  })
}

function foundAddress(main: DeliveryPoint, welsh: DeliveryPoint | undefined): FoundAddress {
  const councils = councilsOfCustodian(main.LOCAL_CUSTODIAN_CODE)
  return { address: toAddress(main), councils, ...(welsh && welsh !== main ? { welsh: toAddress(welsh) } : {}) }
}

/** In the fields of GOV.UK One Login, whose vocabulary follows the same address file of Royal Mail. */
export function toAddress(point: DeliveryPoint): PostalAddress {
  const fields: [keyof PostalAddress, string | undefined][] = [
    ['organisationName', inCase(point.ORGANISATION_NAME)],
    ['departmentName', inCase(point.DEPARTMENT_NAME)],
    ['subBuildingName', inCase(point.SUB_BUILDING_NAME)],
    ['buildingName', inCase(point.BUILDING_NAME) ?? postBox(point.PO_BOX_NUMBER)],
    ['buildingNumber', point.BUILDING_NUMBER?.toString()],
    ['dependentStreetName', inCase(point.DEPENDENT_THOROUGHFARE_NAME)],
    ['streetName', inCase(point.THOROUGHFARE_NAME)],
    ['doubleDependentAddressLocality', inCase(point.DOUBLE_DEPENDENT_LOCALITY)],
    ['dependentAddressLocality', inCase(point.DEPENDENT_LOCALITY)],
    ['addressLocality', inCase(point.POST_TOWN)],
    ['postalCode', point.POSTCODE],
  ]
  const known = Object.fromEntries(fields.filter(([, value]) => value))
  return { uprn: Number(point.UPRN), ...known, addressCountry: 'GB' }
}

const inCase = (capitals: string | undefined) => (capitals ? inLetterCase(capitals) : undefined)
const postBox = (number: string | undefined) => (number ? `PO Box ${number}` : undefined)
