import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../src/agencies/file-mistakes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { readAgencies } from '../../src/subscriptions/agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf, publicJwk, streamEntry } from '../support/agencies-file.ts'

const production = { lifeEvents, allowLoopback: false }

const mistakesIn = (file: unknown, rules = production) => {
  const reading = readAgencies(file, rules)
  return 'mistakes' in reading ? reading.mistakes.map(({ path, problem }) => `${placeOf(path)} ${problem}`) : []
}

const withKey = (key: object) => fileOf(agencyEntry({ jwks: { keys: [key] } }))
const withAgreement = (remarkable: object) => fileOf(agencyEntry({ agreements: [agreementEntry({ ...remarkable })] }))
const withStream = (remarkable: object) => fileOf(agencyEntry({ streams: [streamEntry({ ...remarkable })] }))
const privateJwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
const otherCurve = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ format: 'jwk' })

describe('every kind of mistake is named with its place', () => {
  const { jwks: _, ...keyless } = agencyEntry()
  const body = (remarkable: object) => fileOf(agencyEntry({ ...remarkable }))

  test.each<[string, unknown, string | RegExp]>([
    ['not an entry', [], ' must be an entry in braces'],
    ['no agencies', {}, 'agencies is missing'],
    ['agencies not a list', { agencies: {} }, 'agencies must be a list in square brackets'],
    ['an unknown key', { ...fileOf(), agencys: [] }, 'agencys is not a key that belongs here (did you mean agencies?)'],
    ['an agency that is text', { agencies: ['dvla'] }, 'agencies[0] must be an entry in braces'],
    [
      'the same agency twice',
      fileOf(agencyEntry(), agencyEntry({ agreements: [] })),
      /^agencies\[1\].id is the id of another agency/,
    ],
    ['an id that needs escaping', body({ id: 'Leeds/Council' }), /^agencies\[0\].id must be small letters and digits/],
    ['our own id', body({ id: 'tell-us-once' }), /^agencies\[0\].id is the id of this service/],
    ['a name as text', body({ name: 'Leeds' }), 'agencies[0].name must be an entry in braces'],
    ['an unknown nation', body({ nation: 'wales' }), /nation must be england-and-wales, scotland, .* or all/],
    [
      'too many calls at once',
      withStream({ max_in_flight: 100 }),
      'agencies[0].streams[0].max_in_flight must be a whole number from 1 to 64',
    ],
    [
      'maintenance without a day or dates',
      withStream({ maintenance: [{ from: '22:00', until: '23:00' }] }),
      'agencies[0].streams[0].maintenance[0].from must be a day and time like 2026-12-24T18:00',
    ],
    [
      'a rate of what is polled',
      withStream({ method: 'poll', endpoint_url: undefined, max_per_second: 5 }),
      'agencies[0].streams[0].max_per_second belongs to push streams only: with poll we send nothing',
    ],
    ['a blank name', body({ name: { en: ' ' } }), 'agencies[0].name.en must not be empty'],
    ['a name over two lines', body({ name: { en: 'Leeds\nCouncil' } }), /^agencies\[0\].name.en must be one line/],
    ['no cluster', body({ cluster: undefined }), /^agencies\[0\].cluster is missing: it must be crime-and-justice, /],
    ['an unknown cluster', body({ cluster: 'human-service' }), /cluster must be .* \(did you mean human-services\?\)$/],
    [
      'a mistyped key',
      body({ strems: [] }),
      'agencies[0].strems is not a key that belongs here (did you mean streams?)',
    ],
    [
      'a key of JavaScript’s own',
      JSON.parse('{"agencies":[],"__proto__":{}}'),
      '__proto__ is not a key that belongs here',
    ],
    ['another of them', { agencies: [], constructor: 1 }, 'constructor is not a key that belongs here'],
    [
      'a wrong e-mail address',
      body({ contact: { email: 'leeds' } }),
      'agencies[0].contact.email must be an e-mail address',
    ],
    ['scopes without keys', fileOf({ ...keyless, scopes: ['ssf.read'] }), /^agencies\[0\].jwks is missing/],
    ['keys twice', body({ jwks_uri: 'https://leeds.gov.uk/jwks' }), /^agencies\[0\].jwks_uri stands beside jwks/],
    [
      'keys over http',
      fileOf({ ...keyless, jwks_uri: 'http://leeds.gov.uk/jwks' }),
      'agencies[0].jwks_uri must begin with https://',
    ],
    ['an empty key set', body({ jwks: { keys: [] } }), 'agencies[0].jwks.keys must hold at least one key'],
    ['a key that is text', body({ jwks: { keys: ['MII'] } }), 'agencies[0].jwks.keys[0] must be an entry in braces'],
    ['a key without kid', withKey({ ...publicJwk, kid: undefined }), /^agencies\[0\].jwks.keys\[0\].kid is missing/],
    [
      'two keys with one kid',
      body({ jwks: { keys: [publicJwk, publicJwk] } }),
      /keys\[1\].kid is the kid of another key/,
    ],
    ['a private key', withKey({ ...privateJwk, kid: 'a' }), /keys\[0\] holds the private half/],
    ['a shared secret', withKey({ kty: 'oct', k: 'c2VjcmV0', kid: 'a' }), /keys\[0\] is a shared secret/],
    ['a key to encrypt to', withKey({ ...publicJwk, use: 'enc' }), /keys\[0\].use must be sig/],
    ['a short RSA key', withKey({ ...shortRsa, kid: 'a' }), /keys\[0\] must have at least 2048 bits/],
    ['a curve nobody signs with', withKey({ ...otherCurve, kid: 'a' }), /keys\[0\] must be an RSA, Ed25519 or EC key/],
    [
      'half a key',
      withKey({ kty: 'EC', crv: 'P-256', x: 'AA', kid: 'a' }),
      /keys\[0\] is not a public key that can be read/,
    ],
    ['an unknown scope', body({ scopes: ['ssf.manages'] }), /scopes\[0\] must be .* \(did you mean ssf.manage\?\)$/],
    ['a scope twice', body({ scopes: ['ssf.read', 'ssf.read'] }), 'agencies[0].scopes[1] repeats "ssf.read"'],
    ['an area by name', body({ routing: { areas: ['Leeds'] } }), /routing.areas\[0\] must be the GSS code/],
    [
      'an area in small letters',
      body({ routing: { areas: ['e08000035'] } }),
      /routing.areas\[0\] must be the GSS code/,
    ],
    ['no area', body({ routing: { areas: [] } }), /routing.areas must name an area; leave routing out/],
    ['push to nowhere', withStream({ endpoint_url: undefined }), /streams\[0\].endpoint_url is missing/],
    [
      'push over http',
      withStream({ endpoint_url: 'http://leeds.gov.uk' }),
      'agencies[0].streams[0].endpoint_url must begin with https://',
    ],
    [
      'push to this machine',
      withStream({ endpoint_url: 'http://localhost:1' }),
      /endpoint_url must begin with https:.*development only$/,
    ],
    [
      'push to no address',
      withStream({ endpoint_url: 'leeds.gov.uk/set' }),
      /endpoint_url must be a whole web address/,
    ],
    ['push to a file', withStream({ endpoint_url: 'file:///etc/passwd' }), /endpoint_url must be a whole web address/],
    [
      'a password in an address',
      withStream({ endpoint_url: 'https://a:b@leeds.gov.uk' }),
      /endpoint_url must not hold a user name/,
    ],
    [
      'a fragment',
      withStream({ endpoint_url: 'https://leeds.gov.uk/#a' }),
      /endpoint_url must not have a part after #/,
    ],
    [
      'a header over two lines',
      withStream({ authorization_header: 'Bearer a\r\nX: b' }),
      /authorization_header must be one line/,
    ],
    [
      'a header beyond ASCII',
      withStream({ authorization_header: 'Bearer …' }),
      /authorization_header must be one line/,
    ],
    [
      'an algorithm that we do not sign with',
      withStream({ signing_alg: 'none' }),
      /signing_alg must be ES256 or RS256/,
    ],
    [
      'a header beside a token endpoint',
      withStream({ authorization_header: 'Bearer x', token_url: 'https://leeds.gov.uk/token' }),
      /token_url does not go with authorization_header/,
    ],
    ['a client without a token endpoint', withStream({ client_id: 'tuo' }), /client_id belongs to a token_url/],
    [
      'a secret without a client',
      withStream({ token_url: 'https://leeds.gov.uk/token', client_secret: 'x' }),
      /client_id is missing/,
    ],
    [
      'a way to show a secret without one',
      withStream({ token_url: 'https://leeds.gov.uk/token', token_endpoint_auth_method: 'client_secret_post' }),
      /client_secret is missing/,
    ],
    ['poll with an address', withStream({ method: 'poll' }), /streams\[0\].endpoint_url belongs to push streams only/],
    [
      'inbox with a header',
      withStream({ method: 'inbox', endpoint_url: undefined, authorization_header: 'a' }),
      /authorization_header belongs to push streams/,
    ],
    ['an unknown method', withStream({ method: 'pull' }), /streams\[0\].method must be push, poll or inbox/],
    [
      'a stream for an unknown event',
      withStream({ events: ['change-of-adress'] }),
      /events\[0\] is not a life event .*mean change-of-address/,
    ],
    [
      'an unknown event by its address',
      withStream({ events: ['https://a.uk/schemas/events/change-of-adress/v1'] }),
      /mean change-of-address/,
    ],
    [
      'a stream for no agreement of ours',
      withStream({ agreements: ['dvla'] }),
      /streams\[0\].agreements\[0\] is not an agreement of this agency/,
    ],
    [
      'the same agreement twice',
      body({ agreements: [agreementEntry(), agreementEntry()] }),
      /agreements\[1\].id is the id of another agreement/,
    ],
    [
      'the agreement of another body',
      fileOf(agencyEntry(), agencyEntry({ id: 'b' })),
      /^agencies\[1\].agreements\[0\].id is the id of another/,
    ],
    [
      'legitimate interests',
      withAgreement({ legal_basis: '6(1)(f)' }),
      /legal_basis 6\(1\)\(f\), .*not open to public authorities/,
    ],
    [
      'recognised ones',
      withAgreement({ legal_basis: 'Article 6(1)(ea)' }),
      /legal_basis 6\(1\)\(ea\), .*not open to public authorities/,
    ],
    ['no lawful basis', withAgreement({ legal_basis: 'public task' }), /legal_basis must be the UK GDPR article/],
    ['no power', withAgreement({ power: undefined }), 'agencies[0].agreements[0].power is missing'],
    ['a power that runs', withAgreement({ power: 'javascript:alert(1)' }), /power must be an https address/],
    ['a power over http', withAgreement({ power: 'http://example.com/act' }), /power must be an https address/],
    ['a power of no words', withAgreement({ power: '12' }), /power must name a statute/],
    [
      'consent without a choice',
      withAgreement({ legal_basis: '6(1)(a)', choice: 'required' }),
      /choice must be optional/,
    ],
    ['an unknown choice', withAgreement({ choice: 'opt-in' }), /choice must be required or optional/],
    [
      'a day that is not',
      withAgreement({ review_on: '2027-02-29' }),
      /review_on must be a real date, written like 2027-03-31/,
    ],
    ['a day in words', withAgreement({ ends_on: '31 March 2027' }), /ends_on must be a real date/],
    [
      'an end before the review',
      withAgreement({ review_on: '2027-03-01', ends_on: '2027-02-28' }),
      /ends_on comes before review_on, 2027-03-01/,
    ],
    ['an age as text', withAgreement({ minimum_age: '16' }), /minimum_age must be a number/],
    ['half a day', withAgreement({ usual_days: 0.5 }), /usual_days must be a whole number/],
    ['no days', withAgreement({ usual_days: 0 }), /usual_days must be at least 1/],
    ['no event', withAgreement({ events: [] }), /events must name at least one life event/],
    [
      'an unknown event',
      withAgreement({ events: [{ type: 'moving', fields: [] }] }),
      /events\[0\].type is not a life event/,
    ],
    ['no fields', withAgreement({ events: [{ type: 'change-of-address' }] }), /events\[0\].fields is missing/],
    [
      'a field not of the event',
      withAgreement({ events: [{ type: 'change-of-address', fields: ['new_adress'] }] }),
      /fields\[0\] is not a field of change-of-address \(did you mean new_address\?\)$/,
    ],
    [
      'a field of JavaScript’s own',
      withAgreement({ events: [{ type: 'change-of-address', fields: ['toString'] }] }),
      /fields\[0\] is not a field of change-of-address: it has move_date, /,
    ],
    [
      'a field twice',
      withAgreement({ events: [{ type: 'change-of-address', fields: ['names', 'names'] }] }),
      /fields\[1\] repeats "names"/,
    ],
    [
      'an event twice',
      withAgreement({
        events: [
          { type: 'change-of-address', fields: [] },
          { type: 'change-of-address', fields: [] },
        ],
      }),
      /events\[1\].type stands in this agreement already/,
    ],
    [
      'an unknown matching field',
      withAgreement({ matching: ['national_insurance'] }),
      /matching\[0\] is not a field of any event of this agreement/,
    ],
  ])('%s', (_, file, mistake) => {
    const found = mistakesIn(file)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(mistake)
  })
})
