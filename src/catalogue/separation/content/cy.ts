import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi gwahanu neu mae eich priodas neu’ch partneriaeth sifil wedi dod i ben',
    short: 'Gwahanu neu ysgaru',
    description: 'Ni fyddwn byth yn dweud wrth eich cyn-bartner.',
    sections: {
      safety: 'Eich diogelwch',
      ending: 'Beth sydd wedi digwydd',
      partner: 'Eich cyn-bartner',
      children: 'Eich plant',
      name: 'Eich enw',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Y llys. Os ydych am gael ysgariad, mae’n rhaid i chi wneud cais amdano.',
        href: 'https://www.gov.uk/ysgariad',
      },
      { text: 'Eich banc, eich landlord, eich benthyciwr a’ch yswirwyr. Dywedwch wrthynt eich hun.' },
      {
        text: 'Eich pensiynau preifat a’ch pensiynau gwaith. Gofynnwch iddynt pwy sy’n cael eich pensiwn os byddwch yn marw.',
        href: 'https://www.gov.uk/find-pension-contact-details',
      },
    ],
    yourself: [
      {
        text: 'cael help os ydych yn ofni rhywun',
        href: 'https://www.llyw.cymru/byw-heb-ofn',
      },
      { text: 'rhoi gwybod am eich cyfeiriad newydd, os ydych wedi symud', href: '/report' },
      {
        text: 'talu llai o Dreth Gyngor, os mai chi yw’r unig oedolyn yn eich cartref',
        href: 'https://www.gov.uk/apply-for-council-tax-discount',
      },
      {
        text: 'cytuno ar arian i’ch plant, neu gael help gyda hynny',
        href: 'https://www.gov.uk/making-child-maintenance-arrangement',
      },
      {
        text: 'rhannu arian, eiddo a phensiynau',
        href: 'https://www.gov.uk/money-property-when-relationship-ends',
      },
      { text: 'edrych eto ar eich ewyllys', href: 'https://www.gov.uk/make-will/updating-your-will' },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am wahanu',
      paragraphs: [
        'Os ydych am siarad â rhywun, ffoniwch Childline ar 0800 1111. Mae am ddim.',
        'Os ydych mewn perygl nawr, ffoniwch 999.',
      ],
    },
  },
  questions: {
    kind: {
      title: 'Beth sydd wedi digwydd?',
      row: 'Beth sydd wedi digwydd',
      options: {
        separation: 'Rydym wedi gwahanu',
        divorce: 'Rydym wedi ysgaru',
        dissolution: 'Mae ein partneriaeth sifil wedi dod i ben',
      },
      optionHints: {
        separation: 'Nid ydych yn byw fel cwpl mwyach. Efallai eich bod yn briod neu mewn partneriaeth sifil o hyd.',
        divorce: 'Mae gennych orchymyn terfynol (neu archddyfarniad absoliwt).',
        dissolution: 'Mae gennych orchymyn terfynol.',
      },
      errors: { blank: 'Dewiswch beth sydd wedi digwydd' },
    },
    when: {
      title: 'Pryd y digwyddodd hyn?',
      row: 'Dyddiad y digwyddodd',
      hint: 'Y diwrnod y gwnaethoch wahanu, neu’r dyddiad ar eich gorchymyn terfynol. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch y dyddiad y digwyddodd hyn',
        partlyBlank: (missing: string) => `Mae’n rhaid i’r dyddiad y digwyddodd hyn gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’r dyddiad y digwyddodd hyn fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’r dyddiad y digwyddodd hyn fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i’r dyddiad y digwyddodd hyn fod heddiw neu yn y gorffennol',
      },
    },
    order: {
      title: 'Beth yw rhif yr achos ar eich gorchymyn terfynol?',
      row: 'Rhif achos y gorchymyn',
      hint: 'Mae ar frig y gorchymyn. Er enghraifft, 1234-5678-9012-3456.',
      errors: {
        blank: 'Rhowch rif yr achos ar eich gorchymyn terfynol',
        wrong: 'Rhowch rif yr achos fel y mae ar y gorchymyn, gydag o leiaf un digid a dim mwy na 40 nod',
      },
    },
    namePartner: {
      title: 'A ydych am ddweud wrthym pwy yw eich cyn-bartner?',
      row: 'Dweud wrthym pwy yw eich cyn-bartner',
      hint: 'Nid oes rhaid i chi. Mae’n helpu corff sydd ag un cofnod ar gyfer y ddau ohonoch. Nid ydym yn cysylltu â’ch cyn-bartner.',
      options: { yes: 'Ydw', no: 'Nac ydw' },
      errors: { blank: 'Dewiswch ‘Ydw’ os ydych am ddweud wrthym pwy yw eich cyn-bartner' },
    },
    partnerChoice: {
      title: 'Pwy yw eich cyn-bartner?',
      options: { kept: 'Y partner y dywedoch wrthym amdano o’r blaen', other: 'Rhywun arall' },
      errors: { blank: 'Dewiswch pwy yw eich cyn-bartner' },
    },
    partnerNames: {
      title: 'Beth yw enw eich cyn-bartner?',
      row: 'Enw eich cyn-bartner',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf eich cyn-bartner',
        lastBlank: 'Rhowch gyfenw eich cyn-bartner',
        tooLong: 'Mae’n rhaid i bob rhan o enw eich cyn-bartner fod yn 100 nod neu lai',
      },
    },
    partnerBirthDate: {
      title: 'Beth yw dyddiad geni eich cyn-bartner?',
      row: 'Dyddiad geni eich cyn-bartner',
      hint: 'Er enghraifft, 27 3 1996.',
      errors: {
        blank: 'Rhowch ddyddiad geni eich cyn-bartner',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni eich cyn-bartner gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni eich cyn-bartner fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad geni eich cyn-bartner fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad geni eich cyn-bartner fod ar neu cyn ${date}`,
      },
    },
    children: {
      title: 'Gyda phwy mae eich plant yn byw?',
      row: 'Mae eich plant yn byw',
      hint: 'Mae hyn yn ymwneud â phlant dan 16 oed, neu dan 20 oed os ydynt yn dal i fod yn yr ysgol neu’r coleg.',
      options: {
        me: 'Gyda mi y rhan fwyaf o’r amser',
        'former-partner': 'Gyda fy nghyn-bartner y rhan fwyaf o’r amser',
        both: 'Gyda’r naill a’r llall ohonom am tua hanner yr amser',
        'someone-else': 'Gyda rhywun arall',
        none: 'Nid oes gennyf blant o’r oed hwnnw',
      },
      errors: {
        blank: 'Dewiswch gyda phwy mae eich plant yn byw, neu dewiswch ‘Nid oes gennyf blant o’r oed hwnnw’',
      },
    },
    nameChanges: {
      title: 'A yw eich enw’n newid?',
      row: 'Mae eich enw’n newid',
      hint: 'Er enghraifft, rydych yn mynd yn ôl i’r enw a oedd gennych o’r blaen. Os yw’n newid, byddwch yn rhoi gwybod am eich enw newydd ar ôl hyn.',
      options: { yes: 'Ydy, mae fy enw’n newid', no: 'Nac ydy, rwy’n cadw fy enw' },
      errors: { blank: 'Dewiswch ‘Ydy’ os yw eich enw’n newid' },
    },
  },
  consequences: {
    jointClaim: {
      title: 'Bydd yr hyn rydych yn ei gael neu’n ei dalu gyda’ch cyn-bartner yn newid',
      paragraphs: [
        'Mae hawliad ar y cyd am Gredyd Cynhwysol yn dod i ben. Mae angen hawliad ei hun ar bob un ohonoch, a bydd eich cyn-bartner yn cael gwybod bod yr hawliad ar y cyd wedi dod i ben.',
        'Gall Lwfans Priodasol a Threth Gyngor newid i’r ddau ohonoch.',
      ],
      link: {
        text: 'Newidiadau i roi gwybod i Gredyd Cynhwysol amdanynt',
        href: 'https://www.gov.uk/credyd-cynhwysol/newid-mewn-amgylchiadau',
      },
    },
    mayFindOut: {
      title: 'Efallai y bydd eich cyn-bartner yn sylwi',
      paragraphs: [
        'Nid ydym yn dweud dim wrtho. Ond os ydych yn rhannu hawliad neu gyfrif, gall newid pan fydd corff yn gwybod. Efallai y bydd wedyn yn deall eich bod wedi dweud wrth rywun.',
        'Gallwch ddal corff yn ôl nes eich bod yn ddiogel. Gall llinell gymorth eich helpu i gynllunio hyn.',
      ],
      link: {
        text: 'Cael help gyda cham-drin domestig',
        href: 'https://www.llyw.cymru/byw-heb-ofn',
      },
    },
  },
  handOffs: {
    name: { text: 'Rhoi gwybod am eich enw newydd' },
  },
  fields: {
    kind: 'Gwahanu neu ysgaru',
    when: 'Dyddiad gwahanu neu ysgaru',
    formerPartner: 'Eich cyn-bartner',
    children: 'Mae eich plant yn byw',
  },
}
