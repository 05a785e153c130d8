import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { createWorker } from '../../../src/deliveries/worker.ts'
import { applyAgenciesFile } from '../../../src/subscriptions/apply-agencies-file.ts'
import { publicKeys } from '../../../src/vault/signing-keys.ts'
import { agencyEntry, agreementEntry, fileOf, streamEntry } from '../../support/agencies-file.ts'
import type { Client, Fields } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { startReceiver } from '../../support/receiver.ts'

/** The house, a worker, and bodies that write down what they are told, each with one agreement of one event. */
export interface Street {
  house: House
  /** Tells everybody who is to be told now. @returns what each was told since the last time, by the body's id. */
  tell(): Promise<Record<string, Record<string, unknown>>>
  close(): Promise<void>
}

interface Neighbour {
  /** The event of its agreement, when that is another than the story's. */
  type?: string
  fields: string[]
  matching?: string[]
  areas?: string[]
  /** By consent: the citizen chooses. */
  optional?: true
}

export async function startStreet(type: string, neighbours: Record<string, Neighbour>): Promise<Street> {
  const house = await startHouse()
  const { config, database, clock, logger, baseUrl } = house
  const receiver = await startReceiver(publicKeys(config.setSigningKeys), undefined, { issuer: baseUrl })
  const entries = Object.entries(neighbours).map(([id, neighbour]) => entryOf(id, { type, ...neighbour }, receiver.url))
  const rules = { lifeEvents, allowLoopback: true, now: clock() }
  await applyAgenciesFile(database.worker, config.vault, fileOf(...entries), rules)
  const worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl },
    ...{ signingKeys: config.setSigningKeys, allowLoopback: true },
  })
  return {
    house,
    async tell() {
      await worker.runOnce()
      if (receiver.faults.length > 0) throw new Error('a token could not be read', { cause: receiver.faults })
      const heard = receiver.arrivals.splice(0).map(({ token }) => [token.aud, Object.values(token.events)[0] ?? {}])
      return Object.fromEntries(heard) as Record<string, Record<string, unknown>>
    },
    async close() {
      await worker.stop()
      await receiver.close()
      await house.close()
    },
  }
}

/** Answers each question as it is asked, up to check answers. @returns the questions that were asked. */
export async function answer(client: Client, type: string, answers: Record<string, Fields>): Promise<string[]> {
  await client.get(`/report/${type}`)
  const asked: string[] = []
  const inEvent = () => client.page.url.pathname.replace(`/report/${type}/`, '')
  while (inEvent() !== 'check-answers') {
    const question = inEvent()
    const fields = answers[question]
    if (!fields || asked.includes(question))
      throw new Error(`No answer to ${question}: ${client.page.errors.join(' ')}`)
    asked.push(question)
    await client.submit(fields)
  }
  return asked
}

/** From check answers to the confirmation. @returns what "who will be told" said. */
export async function send(client: Client, choices: Fields = {}): Promise<string> {
  await client.follow('Continue')
  const { text } = client.page
  await client.submit(choices)
  if (place(client) !== 'confirmation') throw new Error(`The report was not sent: ${client.page.heading}`)
  return text
}

/** The name in an answer to one question. */
export const nameFields = (question: string, first: string, last: string): Fields => ({
  [`${question}-first`]: first,
  [`${question}-last`]: last,
})

/** A name as bodies are told it: given names, then the family name. */
export const toldName = (...parts: string[]) => [
  {
    nameParts: parts.map((value, index) => ({
      type: index < parts.length - 1 ? 'GivenName' : 'FamilyName',
      value,
    })),
  },
]

/** What a page has in the inputs of a date. */
export function dateFields(name: string, date: string): Fields {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

const place = (client: Client) => client.page.url.pathname.split('/').at(-1) ?? ''

const entryOf = (
  id: string,
  { type, fields, matching = [], areas, optional }: Neighbour & { type: string },
  url: string,
) =>
  agencyEntry({
    id,
    name: { en: `Body ${id}`, cy: `Corff ${id}` },
    streams: [streamEntry({ endpoint_url: url })],
    agreements: [
      agreementEntry({
        ...{ id: `${id}-${type}`, events: [{ type, fields }], matching },
        ...(optional && { legal_basis: '6(1)(a), 9(2)(a)' }),
      }),
    ],
    ...(areas && { routing: { areas } }),
  })
