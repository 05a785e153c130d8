import { addUse } from '../../access-log/use/agreement-use-store.ts'
import { agree, listAgreements } from '../../agreements/agreement-store.ts'
import { recordDecision } from '../../agreements/decisions/decision-store.ts'
import type { Stage } from './stage.ts'

/** An agreement with all that there can be about one: an account, another version, decisions and a year of use. */
export async function stageAgreement({ tx, now }: Stage): Promise<string> {
  const first = (await listAgreements(tx)).find(({ agencyId }) => agencyId === 'dvla')
  if (!first) throw new Error('There is no agreement yet: apply an agencies file first')
  const { id, agencyId } = first
  const version = first.version + 1
  await agree(tx, { ...first, version, ...ACCOUNTED, events: first.events.map(withoutTheLast) }, now)
  const told = { agreementId: id, version, agencyId }
  const why = {
    en: 'A licence with an old address is sent to somebody else.',
    cy: 'Anfonir trwydded â hen gyfeiriad at rywun arall.',
  }
  await recordDecision(tx, { ...told, act: 'requested', role: 'body', words: why }, now)
  await recordDecision(tx, { ...told, act: 'approved', role: 'operator', agencyId: null }, now)
  await recordDecision(tx, { ...told, act: 'in-force', role: 'service', agencyId: null }, now)
  await addUse(tx, [
    {
      agreementId: id,
      month: '2026-09-01',
      told: 1204,
      used: 3718,
      drift: 0,
      lastAt: new Date('2026-09-30T09:00:00Z'),
    },
    { agreementId: id, month: '2026-10-01', told: 1311, used: 2, drift: 1, lastAt: new Date('2026-10-31T09:00:00Z') },
  ])
  return `/agreements/${id}`
}

const withoutTheLast = ({ type, fields }: { type: string; fields: string[] }) => ({ type, fields: fields.slice(0, -1) })

const both = (en: string, cy: string) => ({ en, cy })

const ACCOUNTED = {
  usualDays: 21,
  holderId: 'hmrc',
  startsOn: '2026-11-01',
  reviewOn: '2027-11-01',
  endsOn: '2028-11-01',
  trial: 'prototype' as const,
  account: {
    receiving_team: both('Driver records', 'Cofnodion gyrwyr'),
    parties: [
      { body: 'Driver and Vehicle Licensing Agency', role: 'controller' as const },
      { body: 'HM Revenue and Customs', role: 'joint-controller' as const },
    ],
    sharing: 'one-by-one' as const,
    benefits: [
      {
        text: both('Drivers get letters at the right address.', 'Mae gyrwyr yn cael llythyrau yn y cyfeiriad cywir.'),
        evidence: 'https://www.gov.uk/government/publications/example',
      },
    ],
    risks: [
      {
        text: both(
          'Somebody gives an address that is not theirs.',
          'Mae rhywun yn rhoi cyfeiriad nad yw’n eiddo iddynt.',
        ),
      },
    ],
    harms_of_not_sharing: both('Fines go to the wrong address.', 'Mae dirwyon yn mynd i’r cyfeiriad anghywir.'),
    safeguards: both('Every use is recorded.', 'Caiff pob defnydd ei gofnodi.'),
    sanctions: both(
      'Who looks without a reason loses access.',
      'Bydd unrhyw un sy’n edrych heb reswm yn colli mynediad.',
    ),
    retention: 'P1Y6M',
    notice: both('We say so before you send your report.', 'Rydym yn dweud hynny cyn i chi anfon eich adroddiad.'),
  },
}
