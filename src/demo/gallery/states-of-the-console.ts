import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { listKeys } from '../../oversight/console/keys.ts'
import { keysOf, setKeys } from '../../oversight/console/keys-store.ts'
import { setContact } from '../../oversight/console/contact-store.ts'
import { stageColleague } from './stage-colleague.ts'
import { removeAgreementsOf, setSubscription, streamsOfAgency } from './stage-store.ts'
import type { Stage } from './stage.ts'
import { forStaff, type Asked, type State } from './state.ts'

const AGENCY = 'dvla'

const look = (name: string, path: string, play?: (stage: Stage) => Promise<string | void>): State =>
  forStaff(`agency/${name}`, path, 'dvla-admin', {
    play: async (stage) => ({ path: (await play?.(stage)) ?? path }),
  })

/** A form that comes back with what is wrong. */
const send = (
  name: string,
  path: string,
  form: Asked['form'] & object,
  find?: (stage: Stage) => Promise<string>,
): State =>
  forStaff(`agency/${name}`, path, 'dvla-admin', {
    play: async (stage) => ({ path: (await find?.(stage)) ?? path, form }),
    status: 400,
  })

/** The console of an agency's staff. */
export const statesOfTheConsole = (): State[] => [...statesOfTheBody(), ...statesOfItsPeople()]

const statesOfTheBody = (): State[] => [
  look('overview', '/agency'),
  look('overview/without-streams', '/agency', withoutStreams),
  look('streams', '/agency/streams'),
  look('streams/one', '/agency/streams', stream),
  look('streams/paused', '/agency/streams', pausedStream),
  send('streams/pause-with-errors', '/agency/streams', {}, async (stage) => `${await stream(stage)}/pause`),
  look('streams/sending', '/agency/streams', async (stage) => `${await pushedStream(stage)}/sending`),
  send(
    'streams/sending-with-errors',
    '/agency/streams',
    { max_in_flight: '0', maintenance: 'never' },
    async (stage) => {
      return `${await pushedStream(stage)}/sending`
    },
  ),
  forStaff('agency/streams/for-a-viewer', '/agency/streams', 'dvla-viewer', {
    play: async (stage) => ({ path: await stream(stage) }),
  }),
  look('agreements', '/agency/agreements'),
  look('agreements/none', '/agency/agreements', ({ tx }) => removeAgreementsOf(tx, AGENCY)),
  look('activity', '/agency/activity', someActions),
  forStaff('agency/activity/by-the-file', '/agency/activity', 'hmrc-admin'),
  look('keys', '/agency/keys'),
  look('keys/one-revoked', '/agency/keys', oneRevoked),
  look('keys/at-an-address', '/agency/keys', keysAtAnAddress),
  look('keys/none', '/agency/keys', noKeys),
  forStaff('agency/keys/for-a-viewer', '/agency/keys', 'dvla-viewer'),
  look('keys/change', '/agency/keys/change'),
  send('keys/change-with-errors', '/agency/keys/change', { jwks: '{"keys":[]}' }),
  look('keys/revocation', '/agency/keys', revocation),
  send('keys/revocation-with-errors', '/agency/keys', {}, revocation),
]

const statesOfItsPeople = (): State[] => [
  look('people', '/agency/people'),
  forStaff('agency/people/for-a-viewer', '/agency/people', 'dvla-viewer'),
  look('people/invitation', '/agency/people/invitation'),
  send('people/invitation-with-errors', '/agency/people/invitation', { email: 'no' }),
  look('people/role', '/agency/people', (stage) => memberPath(stage, 'dvla-officer')),
  send('people/last-admin', '/agency/people', { role: 'viewer' }, (stage) => memberPath(stage, 'dvla-admin')),
  look('people/removal', '/agency/people', async (stage) => `${await memberPath(stage, 'dvla-viewer')}/removal`),
  send('people/removal-with-errors', '/agency/people', {}, async (stage) => {
    return `${await memberPath(stage, 'dvla-viewer')}/removal`
  }),
  look('contact', '/agency/contact'),
  look('contact/none', '/agency/contact', ({ tx, now }) => setContact(tx, AGENCY, {}, now)),
  look('contact/change', '/agency/contact/change'),
  look('risk-appetite', '/agency/risk-appetite'),
  send('risk-appetite/with-errors', '/agency/risk-appetite', { risk_en: '', risk_cy: 'Dim' }),
  send('contact/change-with-errors', '/agency/contact/change', { email: 'no', url: 'no', in_person_cy: 'Ewch' }),
]

async function stream({ tx }: Stage): Promise<string> {
  const [first = ''] = await streamsOfAgency(tx, AGENCY)
  return `/agency/streams/${first}`
}

async function pausedStream(stage: Stage): Promise<string> {
  const [first = ''] = await streamsOfAgency(stage.tx, AGENCY)
  await setSubscription(stage.tx, first, { status: 'paused', reason: 'We are moving to a new system this weekend.' })
  return `/agency/streams/${first}`
}

async function pushedStream({ tx }: Stage): Promise<string> {
  const [first = ''] = await streamsOfAgency(tx, AGENCY)
  const maintenance = JSON.stringify([{ day: 'sunday', from: '22:00', until: '02:00' }])
  const pushed = { method: 'push', endpoint_url: 'https://events.dvla.example/events', max_in_flight: 8, maintenance }
  await setSubscription(tx, first, pushed)
  return `/agency/streams/${first}`
}

async function withoutStreams({ tx }: Stage): Promise<void> {
  for (const id of await streamsOfAgency(tx, AGENCY))
    await setSubscription(tx, id, { agency_id: 'hmrc', position: null })
}

async function revocation({ tx }: Stage): Promise<string> {
  const [key] = await listKeys(await keysOf(tx, AGENCY))
  return `/agency/keys/${key?.thumbprint ?? ''}/revocation`
}

async function oneRevoked({ tx, now: at }: Stage): Promise<void> {
  const keys = await keysOf(tx, AGENCY)
  const revoked = (await listKeys(keys)).map(({ thumbprint }) => thumbprint)
  await setKeys(tx, AGENCY, { ...keys, revoked }, { at, endTokens: true })
}

const keysAtAnAddress = ({ tx, now: at }: Stage) =>
  setKeys(tx, AGENCY, { jwks: null, jwksUri: 'https://www.dvla.example/jwks', revoked: [] }, { at, endTokens: false })

const noKeys = ({ tx, now: at }: Stage) =>
  setKeys(tx, AGENCY, { jwks: null, jwksUri: null, revoked: [] }, { at, endTokens: false })

async function memberPath({ tx }: Stage, persona: string): Promise<string> {
  return `/agency/people/${(await stageColleague(tx, persona)).id}`
}

async function someActions({ tx, now: at }: Stage): Promise<void> {
  const staff = await stageColleague(tx, 'dvla-admin')
  const operator = await stageColleague(tx, 'operator-one')
  const reason = 'We are moving to a new system this weekend.'
  await recordAction(tx, { staff, action: 'stream-paused', target: AGENCY, reason, at })
  await recordAction(tx, { staff: operator, agencyId: AGENCY, action: 'member-invited', target: AGENCY, at })
}
