import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi cael babi',
    short: 'Genedigaeth plentyn',
    description: 'Efallai y cewch gynnig Budd-dal Plant heb lenwi ffurflen.',
    sections: {
      safety: 'Eich diogelwch',
      child: 'Eich plentyn',
      parents: 'Y rhiant arall',
      benefit: 'Budd-dal Plant',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Y swyddfa gofrestru. Mae’n rhaid i chi gofrestru’r enedigaeth eich hun.',
        href: 'https://www.gov.uk/register-birth',
      },
      { text: 'Eich cyflogwr, eich banc a’ch yswirwyr. Dywedwch wrthynt eich hun.' },
    ],
    yourself: [
      {
        text: 'dweud wrth eich cyflogwr pryd rydych am i’ch absenoldeb a’ch tâl ddechrau',
        href: 'https://www.gov.uk/browse/childcare-parenting/pregnancy-birth',
      },
      {
        text: 'gweld pa help y gallwch ei gael gyda chost gofal plant',
        href: 'https://www.gov.uk/get-childcare',
      },
      {
        text: 'cael help i brynu bwyd iach a llaeth yng Nghymru, Lloegr neu Ogledd Iwerddon',
        href: 'https://www.healthystart.nhs.uk',
      },
      {
        text: 'cael help i brynu bwyd iach a llaeth yn yr Alban',
        href: 'https://www.mygov.scot/best-start-grant-best-start-foods',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am enedigaeth',
      paragraphs: [
        'Gallwch hawlio Budd-dal Plant a chofrestru’r enedigaeth o hyd. Ffoniwch y llinell gymorth Budd-dal Plant ar 0300 200 1900.',
        'Gall bydwraig, ymwelydd iechyd neu’ch cyngor eich helpu gyda hyn.',
      ],
    },
  },
  questions: {
    name: {
      title: 'Beth yw enw eich plentyn?',
      row: 'Enw’r plentyn',
      hint: 'Os cawsoch efeilliaid neu fwy, rhowch wybod am bob plentyn ar wahân. Rydym yn cadw’r hyn rydych wedi’i ddweud wrthym amdanoch chi.',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf eich plentyn',
        lastBlank: 'Rhowch gyfenw eich plentyn',
        tooLong: 'Mae’n rhaid i bob rhan o enw eich plentyn fod yn 100 nod neu lai',
      },
    },
    sex: {
      title: 'Beth yw rhyw eich plentyn?',
      row: 'Rhyw’r plentyn',
      options: { female: 'Benyw', male: 'Gwryw' },
      errors: { blank: 'Dewiswch ryw eich plentyn' },
    },
    birthDate: {
      title: 'Pryd y ganwyd eich plentyn?',
      row: 'Dyddiad geni’r plentyn',
      hint: 'Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad geni eich plentyn',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni eich plentyn gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni eich plentyn fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad geni eich plentyn fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i ddyddiad geni eich plentyn fod heddiw neu yn y gorffennol',
      },
    },
    place: {
      title: 'Ble y ganwyd eich plentyn?',
      row: 'Man geni',
      hint: 'Rhowch y dref neu’r ddinas. Os oedd hynny mewn ysbyty, rhowch enw’r ysbyty hefyd.',
      errors: {
        blank: 'Rhowch ble y ganwyd eich plentyn',
        wrong: 'Mae’n rhaid i’r man lle y ganwyd eich plentyn fod yn 100 nod neu lai',
      },
    },
    registration: {
      title: 'Beth yw’r rhif ar y dystysgrif geni? (dewisol)',
      row: 'Rhif ar y dystysgrif geni',
      hint: 'Gall fod yn rhif cofnod, yn rhif system neu’n rhif cofrestru. Gadewch yn wag os nad ydych wedi cofrestru’r enedigaeth eto.',
      errors: {
        blank: 'Rhowch y rhif ar y dystysgrif geni',
        wrong: 'Rhowch y rhif fel y mae ar y dystysgrif, gydag o leiaf un digid a dim mwy na 40 nod',
      },
    },
    otherParent: {
      title: 'A ydych am ddweud wrthym am y rhiant arall?',
      row: 'Dweud wrthym am y rhiant arall',
      hint: 'Nid oes rhaid i chi. Mae’n helpu cyrff i wirio nad oes neb yn cael ei dalu ddwywaith am blentyn.',
      options: { yes: 'Ydw', no: 'Nac ydw' },
      errors: { blank: 'Dewiswch ‘Ydw’ os ydych am ddweud wrthym am y rhiant arall' },
    },
    permission: {
      title: 'Caniatâd i roi manylion y rhiant arall',
      row: 'Caniatâd y rhiant arall',
      paragraphs: [
        'Rydym yn gofyn am enw a dyddiad geni’r rhiant arall. Gofynnwch i’r rhiant arall yn gyntaf a gewch roi’r rhain i ni.',
        'Os na chewch, ewch yn ôl a dewiswch ‘Nac ydw’.',
      ],
      label: 'Mae gennyf ganiatâd y rhiant arall i roi ei enw a’i ddyddiad geni',
      errors: { blank: 'Cadarnhewch fod gennych ganiatâd y rhiant arall i roi ei fanylion' },
    },
    parentChoice: {
      title: 'Pwy yw’r rhiant arall?',
      options: { kept: 'Y partner y dywedoch wrthym amdano o’r blaen', other: 'Rhywun arall' },
      errors: { blank: 'Dewiswch pwy yw’r rhiant arall' },
    },
    parentNames: {
      title: 'Beth yw enw’r rhiant arall?',
      row: 'Enw’r rhiant arall',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf y rhiant arall',
        lastBlank: 'Rhowch gyfenw’r rhiant arall',
        tooLong: 'Mae’n rhaid i bob rhan o enw’r rhiant arall fod yn 100 nod neu lai',
      },
    },
    parentBirthDate: {
      title: 'Beth yw dyddiad geni’r rhiant arall?',
      row: 'Dyddiad geni’r rhiant arall',
      hint: 'Er enghraifft, 27 3 1996.',
      errors: {
        blank: 'Rhowch ddyddiad geni’r rhiant arall',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni’r rhiant arall gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni’r rhiant arall fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad geni’r rhiant arall fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad geni’r rhiant arall fod ar neu cyn ${date}`,
      },
    },
    claiming: {
      title: 'Pwy fydd yn cael Budd-dal Plant ar gyfer eich plentyn?',
      row: 'Budd-dal Plant',
      hint: 'Dim ond un person sy’n gallu ei gael. Nid oes rhaid i chi lenwi ffurflen. Efallai y bydd Cyllid a Thollau EF yn ei gynnig i chi pan fydd yn gwybod am eich plentyn.',
      options: {
        me: 'Fi',
        'other-parent': 'Y rhiant arall',
        nobody: 'Neb',
      },
      errors: { blank: 'Dewiswch pwy fydd yn cael Budd-dal Plant ar gyfer eich plentyn' },
    },
  },
  consequences: {
    taxCharge: {
      title: 'Efallai y bydd yn rhaid i chi dalu rhywfaint o’ch Budd-dal Plant yn ôl',
      paragraphs: [
        'Mae hyn yn wir os ydych chi, neu bartner sy’n byw gyda chi, yn ennill mwy na £60,000 y flwyddyn.',
        'Gallwch gymryd yr arian a thalu’r tâl treth, neu ofyn am beidio â chael eich talu.',
      ],
      link: { text: 'Cyfrifo’r tâl treth', href: 'https://www.gov.uk/child-benefit-tax-charge' },
    },
    noClaim: {
      title: 'Heb Fudd-dal Plant efallai y cewch lai o Bensiwn y Wladwriaeth',
      paragraphs: [
        'Os nad ydych yn gweithio, neu’n ennill ychydig, mae Budd-dal Plant yn ychwanegu at eich cofnod Yswiriant Gwladol nes bod eich plentyn yn 12 oed.',
        'Gallwch ei hawlio a dewis peidio â chael eich talu. Dim ond am y 3 mis diwethaf y gellir ei dalu.',
      ],
      link: {
        text: 'Sut mae Budd-dal Plant yn diogelu eich Pensiwn y Wladwriaeth',
        href: 'https://www.gov.uk/budd-dal-plant',
      },
    },
  },
  handOffs: {
    register: { text: 'Cofrestru’r enedigaeth o fewn 42 diwrnod, neu o fewn 21 diwrnod yn yr Alban' },
    passport: { text: 'Gwneud cais am basbort cyntaf eich plentyn' },
    doctor: { text: 'Cofrestru eich plentyn gyda meddyg teulu' },
  },
  fields: { otherParent: 'Rhiant arall', claiming: 'Pwy fydd yn cael Budd-dal Plant' },
}
