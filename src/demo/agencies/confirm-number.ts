import { jwtVerify } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { PersonName } from '../../shared/names.ts'
import type { Body } from './body.ts'
import { amira, grace, llyr, margaret } from './people.ts'
import type { PersonRecord } from './person-record.ts'
import type { Answer, Push } from './receiver.ts'
import type { Transmitter } from './transmitter.ts'

/** Where it is asked whose a number is. */
export const CONFIRMATIONS = '/confirmations'

type NumberType = 'nino' | 'nhs-number'

/** What kind of number a body answers for. */
export const confirmedBy = (bodyId: string): NumberType | undefined => CONFIRMERS[bodyId]

const CONFIRMERS: Record<string, NumberType> = { dwp: 'nino', hmrc: 'nino', 'nhs-england': 'nhs-number' }

/** The numbers that they were given once, in the files of those who gave them. */
const NUMBERS: Record<NumberType, ReadonlyMap<string, PersonRecord>> = {
  nino: new Map([
    ['QQ123456C', amira],
    ['AB123456C', grace],
    ['QQ654321A', llyr],
    ['QQ111213B', margaret],
  ]),
  'nhs-number': new Map([
    ['9434765919', amira],
    ['4857773457', grace],
    ['9876543210', llyr],
  ]),
}

export interface ConfirmParts {
  body: Body
  transmitter: () => Promise<Transmitter>
  clock: Clock
}

/** Answers yes or no to a signed question of the service, and nothing to anybody else. */
export function confirmNumber({ body, transmitter, clock }: ConfirmParts): (push: Push) => Promise<Answer> {
  return async (push) => {
    const { issuer, keys } = await transmitter()
    const expected = { issuer, audience: body.id, typ: 'number-question+jwt', algorithms: ['ES256', 'RS256'] }
    const verified = await jwtVerify(push.body, keys, { ...expected, currentDate: clock(), clockTolerance: 60 }).catch(
      () => undefined,
    )
    const read = question.safeParse(verified?.payload)
    if (!read.success) return { status: 400, body: { err: 'invalid_request', description: 'This is no question' } }
    const { number, names, birth_date: birthDate } = read.data
    const known = number.type === confirmedBy(body.id) ? NUMBERS[number.type].get(number.value) : undefined
    const confirmed = known !== undefined && known.birthDate === birthDate && names.some((name) => isNamed(known, name))
    return { status: 200, said: { confirmed } }
  }
}

const question = z.object({
  number: z.object({ type: z.enum(['nino', 'nhs-number']), value: z.string() }),
  names: z.array(
    z.looseObject({ nameParts: z.array(z.object({ type: z.enum(['GivenName', 'FamilyName']), value: z.string() })) }),
  ),
  birth_date: z.string(),
})

const isNamed = ({ familyName }: PersonRecord, { nameParts }: Pick<PersonName, 'nameParts'>) =>
  nameParts.some(({ type, value }) => type === 'FamilyName' && value.toLowerCase() === familyName.toLowerCase())
