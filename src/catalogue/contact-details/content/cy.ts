import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Mae eich manylion cyswllt wedi newid',
    short: 'Manylion cyswllt a fformat',
    description:
      'Eich rhif ffôn, eich cyfeiriad e-bost, neu sut rydych am i bobl ysgrifennu atoch. Chi sy’n dewis wrth bwy y byddwn yn dweud.',
    sections: {
      safety: 'Eich diogelwch',
      contact: 'Sut i gysylltu â chi',
      reading: 'Sut i ysgrifennu atoch',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'GOV.UK One Login. Newidiwch eich rhif ffôn a’ch cyfeiriad e-bost yno eich hun.',
        href: 'https://home.account.gov.uk/',
      },
      { text: 'Eich banc, eich meddyg, eich ysgol a’ch cyflogwr. Dywedwch wrthynt eich hun.' },
    ],
    yourself: [
      { text: 'newid sut rydych yn mewngofnodi i GOV.UK One Login', href: 'https://home.account.gov.uk/' },
      {
        text: 'dweud wrth eich meddyg teulu pa fformat sydd ei angen arnoch',
        href: 'https://111.wales.nhs.uk/localservices/?locale=cy',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 13 oed neu’n hŷn i roi manylion cyswllt newydd',
      paragraphs: ['Gall rhiant neu warcheidwad ddweud wrth gyrff sut i gysylltu â chi.'],
    },
  },
  questions: {
    changes: {
      title: 'Beth rydych am ei newid?',
      row: 'Beth rydych am ei newid',
      hint: 'Dewiswch bob un sy’n berthnasol.',
      options: {
        phone: 'Fy rhif ffôn',
        email: 'Fy nghyfeiriad e-bost',
        language: 'Yr iaith y mae pobl yn ysgrifennu ataf ynddi',
        format: 'Fformat llythyrau',
      },
      optionHints: { format: 'Er enghraifft, print bras, Braille neu Hawdd ei Ddarllen.' },
      errors: { blank: 'Dewiswch beth rydych am ei newid' },
    },
    phone: {
      title: 'Beth yw eich rhif ffôn newydd?',
      row: 'Rhif ffôn newydd',
      hint: 'Ar gyfer rhif y tu allan i’r DU, rhowch god y wlad hefyd.',
      errors: {
        blank: 'Rhowch eich rhif ffôn newydd',
        wrong: 'Rhowch rif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192',
      },
    },
    email: {
      title: 'Beth yw eich cyfeiriad e-bost newydd?',
      row: 'Cyfeiriad e-bost newydd',
      hint: 'Mae’n rhaid iddo fod yn un y gallwch chi yn unig ei ddarllen.',
      errors: {
        blank: 'Rhowch eich cyfeiriad e-bost newydd',
        wrong: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com',
      },
    },
    language: {
      title: 'Ym mha iaith rydych am i bobl ysgrifennu atoch?',
      row: 'Iaith llythyrau',
      hint: 'Nid yw pob corff yn ysgrifennu yn Gymraeg.',
      options: { english: 'Saesneg', welsh: 'Cymraeg' },
      errors: { blank: 'Dewiswch ym mha iaith rydych am i bobl ysgrifennu atoch' },
    },
    format: {
      title: 'Ym mha fformat rydych am gael llythyrau?',
      row: 'Fformat llythyrau',
      hint: 'Gall hyn ddweud rhywbeth am eich iechyd, felly dim ond os ydych yn cytuno y bydd corff yn cael gwybod.',
      options: {
        standard: 'Print safonol',
        'large-print': 'Print bras',
        braille: 'Braille',
        'easy-read': 'Hawdd ei Ddarllen',
        audio: 'Sain',
      },
      optionHints: {
        'large-print': 'O leiaf 16 pwynt',
        'easy-read': 'Brawddegau byr gyda lluniau',
        audio: 'I wrando arno, ar CD neu fel ffeil',
      },
      errors: { blank: 'Dewiswch ym mha fformat rydych am gael llythyrau' },
    },
  },
}
