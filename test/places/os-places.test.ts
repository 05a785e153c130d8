import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { later } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { osPlaces } from '../../src/places/os-places.ts'

type Answer = (req: IncomingMessage, res: ServerResponse) => void

let answer: Answer
let asked: IncomingMessage[] = []
let lines: string[] = []
let now = new Date('2026-11-22T10:00:00Z')
let baseUrl = ''

const server = createServer((req, res) => {
  asked.push(req)
  answer(req, res)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search/places/v1`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  ;[asked, lines] = [[], []]
})

const places = (timeout = 2000) =>
  osPlaces({
    apiKey: 'a-secret-key',
    baseUrl,
    timeout,
    clock: () => now,
    logger: createLogger({ level: 'info', write: (line) => lines.push(line) }),
  })

describe('OS Places', () => {
  test('is asked for the delivery points of a postcode, with the key in a header', async () => {
    answer = json(200, found(harehillsLane))
    await places().findByPostcode('LS8 5DR')
    const [request] = asked
    expect(request?.url).toBe('/search/places/v1/postcode?postcode=LS8+5DR&dataset=DPA&maxresults=100')
    expect(request?.headers['key']).toBe('a-secret-key')
  })

  test('gives each field of an address its own name, in the letter case of people', async () => {
    answer = json(200, found(harehillsLane, everyField))
    expect(await places().findByPostcode('LS8 5DR')).toEqual({
      kind: 'found',
      addresses: [
        {
          address: {
            uprn: 72000000012,
            buildingNumber: '12',
            streetName: 'Harehills Lane',
            addressLocality: 'Leeds',
            postalCode: 'LS8 5DR',
            addressCountry: 'GB',
          },
          councils: ['E08000035'],
        },
        {
          address: {
            uprn: 200004000005,
            organisationName: 'Fen Cycles',
            departmentName: 'Repairs',
            subBuildingName: 'Unit 3A',
            buildingName: 'St John’s House',
            buildingNumber: '4',
            dependentStreetName: 'Chapel Court',
            streetName: 'Mill Lane',
            doubleDependentAddressLocality: 'Vision Park',
            dependentAddressLocality: 'Histon',
            addressLocality: 'Cambridge',
            postalCode: 'CB24 9XH',
            addressCountry: 'GB',
          },
          councils: ['E07000008', 'E10000003'],
        },
      ],
    })
  })

  test('gives one address for a property with an English and a Welsh record', async () => {
    const english = { ...harehillsLane, THOROUGHFARE_NAME: 'CATHEDRAL ROAD', POST_TOWN: 'CARDIFF', LANGUAGE: 'EN' }
    const welsh = { ...english, THOROUGHFARE_NAME: 'HEOL Y GADEIRLAN', POST_TOWN: 'CAERDYDD', LANGUAGE: 'CY' }
    answer = json(200, found(welsh, english))
    const lookup = await places().findByPostcode('CF11 9LL')
    expect(lookup.kind === 'found' && lookup.addresses).toHaveLength(1)
    expect(lookup).toMatchObject({
      addresses: [
        {
          address: { streetName: 'Cathedral Road' },
          welsh: { streetName: 'Heol y Gadeirlan', addressLocality: 'Caerdydd' },
        },
      ],
    })
  })

  test('knows a post box, and leaves the councils open where no council numbers the address', async () => {
    answer = json(
      200,
      found({ ...harehillsLane, BUILDING_NUMBER: '', PO_BOX_NUMBER: '77', LOCAL_CUSTODIAN_CODE: 7655 }),
    )
    expect(await places().findByPostcode('LS8 5DR')).toMatchObject({
      addresses: [{ address: { buildingName: 'PO Box 77' }, councils: [] }],
    })
  })

  test('has found nothing when the answer is empty: it then has no results at all', async () => {
    answer = json(200, { header: { ...header, totalresults: 0 } })
    expect(await places().findByPostcode('ZE1 0AA')).toEqual({ kind: 'found', addresses: [] })
  })

  const broken: [what: string, answer: Answer][] = [
    ['a bad request', json(400, { error: { statuscode: 400, message: 'Requested postcode must contain…' } })],
    ['a refused key', json(401, { fault: { faultstring: 'Invalid ApiKey' } })],
    ['too many requests', json(429, {})],
    ['a failure of its own', json(500, {})],
    ['a redirect', (_req, res) => res.writeHead(302, { location: baseUrl }).end()],
    ['a page instead of JSON', (_req, res) => res.writeHead(200).end('<h1>12 Harehills Lane</h1>')],
    ['JSON of another shape', json(200, { results: 'none' })],
    ['an address without its town', json(200, found({ ...harehillsLane, POST_TOWN: undefined }))],
    [
      'half an answer',
      (_req, res) => void res.writeHead(200, { 'content-length': 500 }).write('{"header"', () => res.destroy()),
    ],
    ['an endless answer', (_req, res) => res.end(`{"header":"${'x'.repeat(2_000_000)}"}`)],
    ['no answer at all', (_req, res) => res.destroy()],
  ]

  test.each(broken)('is unavailable after %s, and the log says so without the address', async (_what, broken) => {
    answer = broken
    expect(await places().findByPostcode('LS8 5DR')).toEqual({ kind: 'unavailable' })
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toMatch(/LS8|Harehills|a-secret-key/)
  })

  test('is unavailable when it is slow', async () => {
    answer = (_req, res) => void setTimeout(() => json(200, found(harehillsLane))(_req, res), 5000).unref()
    const start = performance.now()
    expect(await places(50).findByPostcode('LS8 5DR')).toEqual({ kind: 'unavailable' })
    expect(performance.now() - start).toBeLessThan(4000)
  })

  test('is left alone for half a minute after three failures in a row', async () => {
    const lookup = places()
    const kinds = async (times: number) => {
      const kind = []
      for (let time = 0; time < times; time++) kind.push((await lookup.findByPostcode('LS8 5DR')).kind)
      return kind
    }
    answer = json(503, {})
    expect(await kinds(5)).toEqual(Array(5).fill('unavailable'))
    expect(asked).toHaveLength(3)

    now = later(now, 29_000)
    expect(await kinds(1)).toEqual(['unavailable'])
    expect(asked, 'still left alone').toHaveLength(3)

    now = later(now, 1000)
    expect(await kinds(2)).toEqual(['unavailable', 'unavailable'])
    expect(asked, 'tried once, and left alone again').toHaveLength(4)

    now = later(now, 30_000)
    answer = json(200, found(harehillsLane))
    expect(await kinds(2)).toEqual(['found', 'found'])
  })
})

function json(status: number, body: unknown): Answer {
  return (_req, res) => res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

// An answer as the service gives it, shortened by fields that we do not read.
const header = {
  uri: 'https://api.os.uk/search/places/v1/postcode?postcode=LS8%205DR',
  query: 'postcode=LS8 5DR',
  offset: 0,
  format: 'JSON',
  dataset: 'DPA',
  lr: 'EN,CY',
  maxresults: 100,
  epoch: '118',
  output_srs: 'EPSG:27700',
}

const harehillsLane = {
  UPRN: '72000000012',
  UDPRN: '12345678',
  ADDRESS: '12, HAREHILLS LANE, LEEDS, LS8 5DR',
  BUILDING_NUMBER: '12',
  THOROUGHFARE_NAME: 'HAREHILLS LANE',
  POST_TOWN: 'LEEDS',
  POSTCODE: 'LS8 5DR',
  STATUS: 'APPROVED',
  LOCAL_CUSTODIAN_CODE: 4720,
  LOCAL_CUSTODIAN_CODE_DESCRIPTION: 'LEEDS',
  COUNTRY_CODE: 'E',
  LANGUAGE: 'EN',
  MATCH: 1,
}

const everyField = {
  UPRN: '200004000005',
  ORGANISATION_NAME: 'FEN CYCLES',
  DEPARTMENT_NAME: 'REPAIRS',
  SUB_BUILDING_NAME: 'UNIT 3A',
  BUILDING_NAME: "ST JOHN'S HOUSE",
  BUILDING_NUMBER: '4',
  DEPENDENT_THOROUGHFARE_NAME: 'CHAPEL COURT',
  THOROUGHFARE_NAME: 'MILL LANE',
  DOUBLE_DEPENDENT_LOCALITY: 'VISION PARK',
  DEPENDENT_LOCALITY: 'HISTON',
  POST_TOWN: 'CAMBRIDGE',
  POSTCODE: 'CB24 9XH',
  LOCAL_CUSTODIAN_CODE: 505,
  LOCAL_CUSTODIAN_CODE_DESCRIPTION: 'CAMBRIDGE',
  LANGUAGE: 'EN',
}

function found(...points: object[]) {
  return { header: { ...header, totalresults: points.length }, results: points.map((DPA) => ({ DPA })) }
}
