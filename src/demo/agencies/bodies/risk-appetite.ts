import type { InBoth } from '../body.ts'

/** What some bodies might publish about the risks that they take. Made up, as all that sample bodies say. */
const statements: Record<string, InBoth> = {
  dvla: {
    en: 'We share what keeps licences and log books right, one person at a time. We take the small risk that a letter goes astray. We do not share photographs or penalty points under this service.',
    cy: 'Rydym yn rhannu’r hyn sy’n cadw trwyddedau a llyfrau cofrestru’n gywir, un person ar y tro. Rydym yn derbyn y risg fach y bydd llythyr yn mynd ar goll. Nid ydym yn rhannu ffotograffau na phwyntiau cosb o dan y gwasanaeth hwn.',
  },
  'leeds-city-council': {
    en: 'We would rather ask less of people than ask twice. We take the risk of acting on what somebody told another body. We do not take the risk of sharing about a child at risk without a look by a person first.',
    cy: 'Byddai’n well gennym ofyn llai i bobl na gofyn ddwywaith. Rydym yn derbyn y risg o weithredu ar yr hyn a ddywedodd rhywun wrth gorff arall. Nid ydym yn derbyn y risg o rannu am blentyn sydd mewn perygl heb i berson edrych yn gyntaf.',
  },
}

export const riskAppetiteOf = (id: string): InBoth | undefined => statements[id]
