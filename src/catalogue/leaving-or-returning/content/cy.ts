import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych yn gadael y DU neu’n dod yn ôl',
    short: 'Gadael y DU neu ddychwelyd iddi',
    description: 'Rydych yn mynd i fyw dramor, neu’n dod yn ôl i fyw yma.',
    sections: {
      safety: 'Eich diogelwch',
      travel: 'Eich taith',
      home: 'Eich cartref yn y DU',
      abroad: 'Pan fyddwch dramor',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Y wlad rydych yn mynd iddi neu’n dod ohoni. Gofynnwch i’w llysgenhadaeth beth mae angen iddi ei wybod.',
        href: 'https://www.gov.uk/world',
      },
      { text: 'Eich banc, eich yswirwyr, eich pensiwn preifat a’ch cyflogwr. Dywedwch wrthynt eich hun.' },
    ],
    yourself: [
      { text: 'darllen y cyngor ar gyfer y wlad rydych yn mynd iddi', href: 'https://www.gov.uk/world' },
      {
        text: 'canfod a ydych yn talu treth y DU pan fyddwch yn byw dramor',
        href: 'https://www.gov.uk/tax-uk-income-live-abroad',
      },
      { text: 'gofyn i’r Post Brenhinol anfon eich post ymlaen', href: 'https://www.royalmail.com/redirection' },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod eich bod yn gadael neu’n dod yn ôl',
      paragraphs: ['Gall rhiant neu warcheidwad ddweud wrth gyrff eich bod yn mynd gyda nhw.'],
    },
  },
  questions: {
    change: {
      title: 'A ydych yn gadael y DU neu’n dod yn ôl?',
      row: 'Gadael neu ddod yn ôl',
      hint: 'Mae hyn yn ymwneud â byw yn rhywle, nid â gwyliau.',
      options: {
        leaving: 'Rwy’n gadael y DU, neu wedi gadael',
        returning: 'Rwy’n dod yn ôl, neu wedi dod yn ôl',
      },
      errors: { blank: 'Dewiswch a ydych yn gadael y DU neu’n dod yn ôl' },
    },
    travelDate: {
      title: 'Beth yw dyddiad eich taith?',
      row: 'Dyddiad eich taith',
      hint: 'Y diwrnod rydych yn gadael y DU neu’n dod yn ôl iddi. Gall fod yn y gorffennol neu yn y dyfodol. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad eich taith',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad eich taith gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad eich taith fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad eich taith fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad eich taith fod ar neu cyn ${date}`,
      },
    },
    countryTo: {
      title: 'I ba wlad rydych yn mynd i fyw?',
      row: 'Gwlad',
      errors: { blank: 'Dewiswch y wlad rydych yn mynd i fyw ynddi' },
    },
    countryFrom: {
      title: 'O ba wlad rydych yn dod yn ôl?',
      row: 'Gwlad',
      errors: { blank: 'Dewiswch y wlad rydych yn dod yn ôl ohoni' },
    },
    forwardingKind: {
      title: 'I ble y gall cyrff ysgrifennu atoch pan fyddwch dramor?',
      row: 'Ble rydych yn cael post',
      options: {
        uk: 'I gyfeiriad yn y DU',
        'no-fixed-address': 'Nid wyf yn gwybod eto',
        forces: 'I gyfeiriad Lluoedd Prydain (BFPO)',
        abroad: 'I gyfeiriad y tu allan i’r DU',
      },
      optionHints: { uk: 'Er enghraifft, cartref ffrind neu berthynas. Mae’n rhaid iddynt gytuno.' },
      errors: { blank: 'Dewiswch i ble y gall cyrff ysgrifennu atoch pan fyddwch dramor' },
    },
    forwardingPostcode: { title: 'Beth yw cod post y cyfeiriad ar gyfer eich post?' },
    forwardingChoice: { title: 'Pa un yw’r cyfeiriad ar gyfer eich post?', row: 'Cyfeiriad ar gyfer post' },
    forwardingByHand: { title: 'Beth yw’r cyfeiriad ar gyfer eich post?', row: 'Cyfeiriad ar gyfer post' },
    forwardingForces: {
      title: 'Beth yw’r cyfeiriad gyda Lluoedd Prydain ar gyfer eich post?',
      row: 'Cyfeiriad ar gyfer post',
    },
    forwardingAbroad: {
      title: 'Beth yw’r cyfeiriad y tu allan i’r DU ar gyfer eich post?',
      row: 'Cyfeiriad ar gyfer post',
    },
    comingBack: {
      title: 'A ydych yn bwriadu dod yn ôl i fyw yn y DU?',
      row: 'Bwriad i ddod yn ôl',
      hint: 'Mae rhai budd-daliadau a rheolau’n wahanol os ydych yn gadael am gyfnod yn unig.',
      options: { yes: 'Ydw', no: 'Nac ydw' },
      errors: { blank: 'Dewiswch ‘Ydw’ os ydych yn bwriadu dod yn ôl i fyw yn y DU' },
    },
    returnDate: {
      title: 'Pryd rydych yn meddwl y byddwch yn dod yn ôl?',
      row: 'Dychwelyd disgwyliedig',
      hint: 'Os mai dim ond y flwyddyn, neu’r mis a’r flwyddyn, rydych yn eu gwybod, rhowch hynny. Er enghraifft, 3 2028.',
      errors: {
        blank: 'Rhowch pryd rydych yn meddwl y byddwch yn dod yn ôl',
        partlyBlank: (missing: string) => `Mae’n rhaid i’r dyddiad y byddwch yn dod yn ôl gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’r dyddiad y byddwch yn dod yn ôl fod yn ddyddiad go iawn',
        tooEarly: () => 'Mae’n rhaid i’r dyddiad y byddwch yn dod yn ôl fod yn y dyfodol',
        tooLate: (date: string) => `Mae’n rhaid i’r dyddiad y byddwch yn dod yn ôl fod ar neu cyn ${date}`,
      },
    },
  },
  home: {
    held: {
      title: 'Ai hwn yw eich cartref yn y DU?',
      row: 'Cartref yn y DU',
      hint: 'Dyma’r cyfeiriad sydd gennym ar eich cyfer. Y cartref rydych yn ei adael, neu’r un rydych yn dod yn ôl iddo, rydym yn ei olygu.',
      options: {
        yes: 'Ie, hwn yw fy nghartref yn y DU',
        no: 'Nage, nid hwn yw fy nghartref yn y DU',
      },
      errors: { blank: 'Dewiswch ‘Ie’ os mai hwn yw eich cartref yn y DU' },
    },
    kind: {
      title: 'Ble mae eich cartref yn y DU?',
      row: 'Math o gartref',
      hint: 'Y cartref rydych yn ei adael, neu’r un rydych yn dod yn ôl iddo, rydym yn ei olygu.',
      options: {
        uk: 'Mewn cyfeiriad sy’n cael post',
        'no-fixed-address': 'Nid oes gennyf gyfeiriad sefydlog yno',
      },
      errors: { blank: 'Dewiswch ble mae eich cartref yn y DU' },
    },
    postcode: { title: 'Beth yw cod post eich cartref yn y DU?' },
    choice: { title: 'Pa un yw cyfeiriad eich cartref yn y DU?', row: 'Cyfeiriad yn y DU' },
    byHand: { title: 'Beth yw cyfeiriad eich cartref yn y DU?', row: 'Cyfeiriad yn y DU' },
    council: {
      title: 'Ym mha ardal cyngor y mae eich cartref?',
      row: 'Eich cyngor',
      hint: 'Heb gyfeiriad sefydlog, dewiswch y cyngor lle rydych yn aros, neu lle roeddech yn aros, y rhan fwyaf o’r amser.',
    },
  },
  fields: { address: 'Cyfeiriad yn y DU', forwarding_address: 'Cyfeiriad ar gyfer post pan fyddwch dramor' },
  consequences: {
    statePension: {
      title: 'Efallai na fydd eich Pensiwn y Wladwriaeth yn codi bob blwyddyn',
      paragraphs: [
        'Gallwch gael eich Pensiwn y Wladwriaeth dramor. Ond dim ond os ydych yn byw mewn rhai gwledydd y mae’n codi bob blwyddyn.',
        'Os ydych yn byw mewn gwlad arall, byddwch yn cael yr un swm bob blwyddyn. Mae rhai budd-daliadau eraill yn dod i ben pan fyddwch yn gadael.',
      ],
      link: {
        text: 'Gwirio Pensiwn y Wladwriaeth yn y wlad rydych yn mynd iddi',
        href: 'https://www.gov.uk/state-pension-if-you-retire-abroad',
      },
    },
    benefits: {
      title: 'Mae’r rhan fwyaf o fudd-daliadau yn dod i ben pan fyddwch yn byw dramor',
      paragraphs: [
        'Mae Credyd Cynhwysol a llawer o fudd-daliadau eraill yn dod i ben pan fyddwch yn gadael y DU i fyw dramor.',
        'Os cewch eich talu ar ôl hynny, efallai y bydd yn rhaid i chi ei dalu’n ôl.',
      ],
      link: {
        text: 'Gwirio pa fudd-daliadau y gallwch eu cael dramor',
        href: 'https://www.gov.uk/claim-benefits-abroad',
      },
    },
    nhsCare: {
      title: 'Efallai y bydd yn rhaid i chi dalu am ofal gan y GIG',
      paragraphs: [
        'Mae gofal y GIG am ddim i bobl sy’n byw yn y DU. Pan fyddwch yn byw dramor, efallai y bydd yn rhaid i chi dalu, hyd yn oed ar ymweliad.',
        'Holwch sut i gael gofal yn y wlad rydych yn mynd iddi cyn i chi adael.',
      ],
      link: {
        text: 'Darllen am ofal y GIG pan fyddwch yn symud dramor',
        href: 'https://www.nhs.uk/using-the-nhs/healthcare-abroad/moving-abroad/',
      },
    },
  },
  handOffs: {
    taxForm: { text: 'anfon ffurflen P85 at Gyllid a Thollau EF i gael eich Treth Incwm yn iawn' },
    voteAbroad: { text: 'cofrestru i bleidleisio o dramor' },
    doctor: { text: 'cofrestru gyda meddyg teulu ger eich cartref' },
    vote: { text: 'cofrestru i bleidleisio yn eich cartref yn y DU' },
  },
}
