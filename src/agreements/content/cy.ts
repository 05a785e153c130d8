import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  illustration: 'Enghraifft',
  illustrations:
    'Mae cyrff sydd wedi’u nodi’n ‘Enghraifft’ yn dangos sut mae’r gwasanaeth hwn yn gweithio. Maent yn gyrff go iawn, ond nid ydynt wedi cytuno i ddim.',
  illustrationOf: (body) =>
    `Enghraifft yw’r cytundeb hwn. Mae’n dangos sut mae’r gwasanaeth hwn yn gweithio. Nid yw ${body} wedi cytuno iddo.`,
  agencies: {
    toldNothing: 'Dim',
    ways: {
      phone: 'Ffôn',
      textphone: 'Ffôn testun',
      relay: 'Relay UK, os na allwch glywed neu siarad dros y ffôn',
      in_person: 'Wyneb yn wyneb',
      post: 'Drwy’r post',
      email: 'E-bost',
      url: 'Ar-lein',
    },
  },
  clusters: {
    'crime-and-justice': 'Troseddu a chyfiawnder',
    'health-and-social-care': 'Iechyd a gofal cymdeithasol',
    'human-services': 'Treth, budd-daliadau, gyrru, addysg a chynghorau',
  },
  agreement: {
    title: (body, purpose) => `${body}: ${purpose}`,
    versionTitle: (body, purpose, version) => `${body}: ${purpose} (fersiwn ${version})`,
    back: 'Cytundebau',
    body: 'Corff cyhoeddus',
    purpose: 'Pam mae’n cael gwybod',
    effect: 'Beth fydd yn ei wneud',
    undo: 'A ellir ei ddadwneud?',
    irreversible:
      'Na ellir. Lle byddai camgymeriad yn gwneud niwed mawr, rydym yn aros cyn dweud wrth y corff hwn, er mwyn i chi allu ei gywiro.',
    usually: 'Faint o amser mae’n ei gymryd fel arfer',
    days: (days) => (days === 1 ? '1 diwrnod' : `Hyd at ${days} diwrnod`),
    told: (event) => `Beth mae’n cael gwybod: ${event}`,
    matching: 'Er mwyn iddo allu dod o hyd i chi',
    matchingNote: 'Rydym yn anfon y rhain dim ond os ydynt gennym.',
    basis: 'Rheswm mewn cyfraith diogelu data',
    power: 'Y gyfraith sy’n ei ganiatáu',
    choice: 'Eich dewis',
    choices: {
      required: 'Na allwch. Os byddwch yn rhoi gwybod am y newid hwn, bydd y corff hwn yn cael gwybod.',
      optional: 'Gallwch. Gallwch ddewis peidio â dweud wrth y corff hwn.',
    },
    age: 'Oedran',
    ageFrom: (age) => `Dim ond pobl ${age} oed neu hŷn`,
    agreedOn: 'Cytunwyd ar',
    reviewOn: 'Bydd yn cael ei adolygu erbyn',
    endsOn: 'Diwrnod olaf',
    standing: 'Cyflwr',
    older: 'Nid dyma fersiwn ddiweddaraf y cytundeb hwn.',
    latest: 'Gweld y fersiwn ddiweddaraf',
    versions: 'Fersiynau',
    versionsIntro: 'Pan fydd cytundeb yn newid, rydym yn cadw’r hen fersiwn.',
    version: (version, date) => `Fersiwn ${version}, cytunwyd ar ${date}`,
    thisOne: '(yr un hon)',
    notAskedAgain: 'Gweld yr hyn nad oes angen gofyn i chi amdano eto',
    programs: 'I bobl sy’n ysgrifennu rhaglenni',
    programsIntro: 'Mae ffurf sefydlog i’r hyn rydym yn ei anfon. Gall rhaglen ei wirio.',
    schema: (event) => `Beth sy’n cael ei anfon: ${event} (JSON Schema)`,
  },
  standings: {
    live: 'Ar waith',
    'review-due': 'Ar waith. Mae’n bryd edrych arno eto.',
    lapsed: 'Wedi darfod. Ni chafodd ei adolygu mewn pryd. Nid oes dim yn cael ei anfon odano.',
    ended: 'Wedi dod i ben. Nid oes dim yn cael ei anfon odano.',
    over: 'Mae ei ddiwrnod olaf wedi mynd heibio. Nid oes dim yn cael ei anfon odano.',
  },
  basis: (article, letter) => `${lawful[letter]} (Erthygl ${article} o GDPR y DU)`,
}

const lawful = {
  a: 'Rydych yn cytuno iddo',
  b: 'Mae ei angen ar gyfer contract gyda chi',
  c: 'Mae’r gyfraith yn dweud bod yn rhaid i’r corff ei wneud',
  d: 'Mae ei angen i achub bywyd',
  e: 'Mae ei angen ar gyfer tasg gyhoeddus',
}
