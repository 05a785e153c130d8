import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWK } from 'jose'
import type { Vault } from '../../src/vault/vault.ts'
import { anAgency, anAgreement, type TestAgency } from '../support/agency.ts'
import type { TestDatabase } from '../support/database.ts'
import { aRecipient, startReceiver, type Receiver } from '../support/receiver.ts'
import { CARDIFF, LEEDS } from '../support/reports.ts'
import { FORGETFUL } from './replays.ts'

/** Whether what it answered says that it has the token; `perhaps` where the answer broke off or came late. */
type Taken = 'yes' | 'perhaps' | 'no'

export interface TakenToken {
  jti: string
  taken: Taken
  at: Date
}

export interface Body {
  id: string
  /** What its agreement lets it have; what the citizen gave has every one of them. */
  fields: string[]
  /** The councils of these places alone; null: of everywhere. */
  areas: string[] | null
  /** Its agreement, its stream and itself are such that it may be told. */
  entitled: boolean
  /** Citizens are asked whether it may be told. */
  optional: boolean
  streamId: string
  agency: TestAgency
  receiver: Receiver
  /** What it did with each token that came, in order. */
  taken: TakenToken[]
}

export interface Bodies {
  all: Body[]
  /** From now on each does as it should, but for the one that never does. */
  calm(): void
  /** Calls at an address that only a redirect names. */
  trapped(): number
  close(): Promise<void>
}

export interface BodiesDetails {
  /** What tokens are signed with, and by whom. */
  keys: JWK[]
  issuer: string
  chance: (below: number) => number
  without: readonly string[]
}

interface Manner {
  id: string
  fields?: string[]
  areas?: string[] | null
  optional?: boolean
  endsOn?: string
  active?: boolean
  /** @param chance a whole number below its argument */
  answer?: (res: ServerResponse, chance: (below: number) => number, trap: string) => Taken
}

/** The body that takes nothing, ever: what is for it is given up. */
export const NEVER = 'never'

const accept = (res: ServerResponse): Taken => {
  res.writeHead(202).end()
  return 'yes'
}

const answered = (res: ServerResponse, status: number, text = '', headers: Record<string, string> = {}): Taken => {
  res.writeHead(status, headers).end(text)
  return status < 300 ? 'yes' : 'no'
}

/** Says this, whatever it is, and hangs up. */
const cut = (res: ServerResponse, text: string, taken: Taken): Taken => {
  const { socket } = res
  if (text === '') socket?.resetAndDestroy()
  else socket?.write(text, () => socket.resetAndDestroy())
  return taken
}

const late = (res: ServerResponse): Taken => {
  setTimeout(() => res.writeHead(202).end(), 2500)
  return 'perhaps'
}

/** One of these, all as likely as each other. */
const oneOf = (...manners: NonNullable<Manner['answer']>[]): NonNullable<Manner['answer']> => {
  return (res, chance, trap) => (manners[chance(manners.length)] ?? accept)(res, chance, trap)
}

const times = (number: number) => Array.from({ length: number }, () => accept)

const MANNERS: Manner[] = [
  { id: 'steady', fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date'] },
  { id: 'leeds', areas: [LEEDS] },
  { id: 'cardiff', areas: [CARDIFF] },
  { id: 'asked', optional: true },
  {
    id: 'cutting',
    answer: oneOf(
      ...times(3),
      (res) => cut(res, '', 'no'),
      (res) => cut(res, 'HTTP/1.1 20', 'no'),
      (res) => cut(res, 'HTTP/1.1 202 Accepted\r\ncontent-length: 100\r\n\r\nhalf of', 'perhaps'),
    ),
  },
  { id: 'slow', answer: oneOf(...times(5), late) },
  {
    id: 'lying',
    answer: oneOf(
      ...times(3),
      (res) => answered(res, 200, '{"err": "no'),
      (res) => answered(res, 400, '{"err": "delightful"}'),
      (res) => answered(res, 400, '{"err": "invalid_k'),
      (res) => answered(res, 404),
    ),
  },
  {
    id: 'busy',
    answer: oneOf(
      ...times(16),
      (res) => answered(res, 429, '', { 'retry-after': '99999999999' }),
      (res) => answered(res, 429, '', { 'retry-after': '-1' }),
      (res) => answered(res, 503, '', { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }),
      (res) => answered(res, 503, '', { 'retry-after': 'soon' }),
    ),
  },
  { id: FORGETFUL },
  { id: 'moved', answer: oneOf(...times(3), (res, _chance, trap) => answered(res, 307, '', { location: trap })) },
  { id: 'gone', answer: oneOf(...times(15), (res) => answered(res, 410)) },
  {
    id: NEVER,
    // It is there and refuses: were it away, it would be tried with one at a time.
    answer: oneOf(
      (res) => answered(res, 403),
      (res) => answered(res, 400, '{"err": "access_denied"}'),
    ),
  },
  { id: 'suspended', active: false },
  { id: 'over', endsOn: '2026-01-01' },
]

/**
 * @param chance decides how each answers, until it is calm
 * @param without ids of those that are not there
 */
export async function openBodies(
  database: TestDatabase,
  vault: Vault,
  { keys, issuer, chance, without }: BodiesDetails,
): Promise<Bodies> {
  let [calm, trapped] = [false, 0]
  const trap = createServer((_req, res) => {
    trapped += 1
    res.writeHead(202).end()
  })
  await once(trap.listen(0, '127.0.0.1'), 'listening')
  const trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/`
  const all: Body[] = []
  for (const manner of MANNERS.filter(({ id }) => !without.includes(id))) {
    const taken: TakenToken[] = []
    const receiver = await startReceiver(
      keys,
      (res, { token: { jti }, at }) => {
        const answer = calm && manner.id !== NEVER ? accept : (manner.answer ?? accept)
        taken.push({ jti, taken: answer(res, chance, trapUrl), at })
      },
      { issuer },
    )
    all.push({ ...(await anEntitlement(database, vault, manner, receiver)), receiver, taken })
  }
  return {
    all,
    calm: () => void (calm = true),
    trapped: () => trapped,
    async close() {
      trap.closeAllConnections()
      trap.close()
      await Promise.all(all.map(({ receiver }) => receiver.close()))
    },
  }
}

async function anEntitlement(
  database: TestDatabase,
  vault: Vault,
  { id, fields = ['names', 'new_address', 'move_date'], areas = null, ...manner }: Manner,
  receiver: Receiver,
): Promise<Omit<Body, 'receiver' | 'taken'>> {
  const { optional = false, active = true, endsOn = null } = manner
  const streamId = await aRecipient(database, vault, id, receiver.url, { fields, areas, active, endsOn })
  const agency = await anAgency(database, { id, areas, active })
  if (optional) {
    const events = [{ type: 'change-of-address', fields }]
    const agreement = { id: `${id}-address`, agencyId: id, version: 2, choice: 'optional' as const }
    await anAgreement(database, { ...agreement, matching: [], events })
  }
  return { id, fields, areas, optional, entitled: active && endsOn === null, streamId, agency }
}
