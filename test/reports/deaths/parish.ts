import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { createWorker, type Worker } from '../../../src/deliveries/worker.ts'
import { applyAgenciesFile } from '../../../src/subscriptions/apply-agencies-file.ts'
import { publicKeys } from '../../../src/vault/signing-keys.ts'
import { agencyEntry, agreementEntry, fileOf, streamEntry } from '../../support/agencies-file.ts'
import type { Client, Fields } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { startReceiver, type Receiver, type ReceivedToken } from '../../support/receiver.ts'
import { dateFields, nameFields } from '../stories/street.ts'

/** The house, and four bodies that are told of deaths: what the passport office does cannot be undone. */
export interface Parish {
  house: House
  receiver: Receiver
  worker: Worker
  /** Tells everybody who is to be told now. @returns what came since the last time, in order. */
  tell(): Promise<Told[]>
  close(): Promise<void>
}

export interface Told {
  body: string
  token: ReceivedToken
  event: Record<string, unknown>
}

export const FIELDS = ['deceased_names', 'deceased_birth_date', 'death_date']
export const BODIES = ['benefits', 'tax', 'licence', 'passport']

/** @param others bodies beside the four, at the receiver's address. */
export async function startParish(
  others: (url: string) => ReturnType<typeof agencyEntry>[] = () => [],
): Promise<Parish> {
  const house = await startHouse({ OPERATOR_EMAIL: 'operator@example.com' })
  const { config, database, clock, logger, baseUrl } = house
  const receiver = await startReceiver(publicKeys(config.setSigningKeys), undefined, { issuer: baseUrl })
  const entries = [...BODIES.map((id) => entryOf(id, receiver.url)), ...others(receiver.url)]
  const rules = { lifeEvents, allowLoopback: true, now: clock() }
  await applyAgenciesFile(database.worker, config.vault, fileOf(...entries), rules)
  const worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl },
    ...{ signingKeys: config.setSigningKeys, allowLoopback: true },
  })
  return {
    ...{ house, receiver, worker },
    async tell() {
      await worker.runOnce()
      if (receiver.faults.length > 0) throw new Error('a token could not be read', { cause: receiver.faults })
      return receiver.arrivals.splice(0).map(({ token }) => ({
        body: token.aud,
        token,
        event: Object.values(token.events)[0] ?? {},
      }))
    },
    async close() {
      await worker.stop()
      await receiver.close()
      await house.close()
    },
  }
}

/** The licence keeper deals with people in Cambridge alone, so that not every report goes to it. */
const entryOf = (id: string, url: string) =>
  agencyEntry({
    id,
    name: { en: `Body ${id}`, cy: `Corff ${id}` },
    streams: [streamEntry({ endpoint_url: url })],
    agreements: [
      agreementEntry({
        ...{ id: `${id}-death`, events: [{ type: 'death', fields: FIELDS }] },
        ...(id === 'passport' && { irreversible: true }),
      }),
    ],
    ...(id === 'licence' && { routing: { areas: ['E07000008'] } }),
  })

/** Margaret, who is alive: as her One Login knows her. */
export const MARGARET = {
  names: nameFields('names', 'Margaret Anne', 'Fielding'),
  'birth-date': dateFields('birth-date', '1951-09-30'),
  'death-date': dateFields('death-date', '2026-11-03'),
  'deceased-postcode': { 'deceased-postcode': 'CB1 2AD' },
  'deceased-address': { 'deceased-address': '200004000005' },
}

const USUAL: Record<string, Fields> = {
  'has-reference': { 'has-reference': 'no' },
  place: { place: 'home' },
  relationship: { relationship: 'friend' },
  'held-home': { 'held-home': 'yes' },
  'reporter-names': nameFields('reporter-names', 'Tomasz', 'Zieliński'),
  'home-kind': { 'home-kind': 'no-fixed-address' },
  'home-council': { 'home-council': 'E08000035' },
  'reporter-phone': { 'not-known': 'yes' },
  safety: { safety: 'no' },
  estate: { estate: 'nobody' },
  survivor: { survivor: 'no' },
  'kin-names': { 'not-known': 'yes' },
  'national-insurance': { 'not-known': 'yes' },
  benefits: { benefits: 'none' },
  'council-services': { 'council-services': 'none' },
  passport: { passport: 'unsure' },
  licence: { licence: 'unsure' },
  'has-vehicles': { 'has-vehicles': 'no' },
  'has-pensions': { 'has-pensions': 'no' },
}

/** Task by task, up to check answers. */
export async function answerDeath(client: Client, answers: Record<string, Fields>): Promise<void> {
  await client.get('/report/death')
  for (let pages = 0; place(client) !== 'check-answers'; pages += 1) {
    if (pages > MOST_PAGES) throw new Error(`Goes in circles at ${place(client)}`)
    if (place(client) === 'tasks') {
      await client.get(nextTask(client))
      continue
    }
    const fields = { ...USUAL, ...answers }[place(client)]
    if (!fields) throw new Error(`Nobody said how to answer ${place(client)}: ${client.page.heading}`)
    await client.submit(fields)
    if (client.page.errors.length > 0) throw new Error(`${place(client)}: ${client.page.errors.join(', ')}`)
  }
}

/** From check answers to who will be told. */
export async function preview(client: Client): Promise<string> {
  await client.get('/report/death/who-will-be-told')
  return client.page.text
}

/** @returns the reference. */
export async function send(client: Client): Promise<string> {
  await client.submit()
  const [, reference] = /^\/reports\/([^/]+)\/confirmation$/.exec(client.page.url.pathname) ?? []
  if (!reference) throw new Error(`The report was not sent: ${client.page.heading} ${client.page.errors.join()}`)
  return reference
}

export async function reportDeath(client: Client, answers: Record<string, Fields>): Promise<string> {
  await answerDeath(client, answers)
  await preview(client)
  return send(client)
}

/** With the reason that it was wrong, or another. */
export async function withdraw(client: Client, reference: string, reason = 'wrong'): Promise<void> {
  await client.get(`/reports/${reference}/withdrawal`)
  await client.submit({ reason })
}

export const changesOf = (told: readonly Told[]) =>
  told.map(({ body, event }) => `${body} ${typeof event['change'] === 'string' ? event['change'] : 'told'}`).toSorted()

const MOST_PAGES = 60

const place = (client: Client) => client.page.url.pathname.replace('/report/death/', '')

function nextTask({ page: { $ } }: Client): string {
  const open = $('.govuk-task-list__item').filter((_, item) => $(item).find('.govuk-tag').length > 0)
  return open.find('a').first().attr('href') ?? ''
}
