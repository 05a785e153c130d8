import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi symud neu’n mynd i symud',
    short: 'Newid cyfeiriad',
    description: 'Gallwch roi gwybod am symud cyn iddo ddigwydd, neu wedyn.',
    sections: {
      move: 'Symud',
      safety: 'Eich diogelwch',
      new: 'Eich cyfeiriad newydd',
      old: 'Eich hen gyfeiriad',
      people: 'Pobl sy’n byw gyda chi',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Eich banc, eich landlord, eich cyflogwr a chwmnïau sy’n cyflenwi nwy, trydan neu ddŵr. Dywedwch wrthynt eich hun.',
      },
    ],
    yourself: [
      {
        text: 'gofyn i unrhyw un 16 oed neu’n hŷn sy’n symud gyda chi roi gwybod am y symud eu hunain',
        href: '/report',
      },
      {
        text: 'cofrestru i bleidleisio yn eich cyfeiriad newydd',
        href: 'https://www.gov.uk/cofrestru-i-bleidleisio',
      },
      {
        text: 'dod o hyd i feddyg teulu ger eich cartref newydd',
        href: 'https://111.wales.nhs.uk/localservices/?locale=cy',
      },
      { text: 'gofyn i’r Post Brenhinol anfon eich post ymlaen', href: 'https://www.royalmail.com/redirection' },
      { text: 'diweddaru eich trwydded deledu', href: 'https://www.tvlicensing.co.uk/cymraeg' },
      {
        text: 'dweud wrth eich banc, eich yswirwyr, eich cyflogwr a’r cwmnïau sy’n cyflenwi nwy, trydan a dŵr',
        href: 'https://www.citizensadvice.org.uk/cymraeg/tai/symud-ty/',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am symud',
      paragraphs: [
        'Gall rhiant neu warcheidwad ddweud wrthym eich bod yn symud gyda nhw.',
        'Os ydych wedi symud oddi wrth eich rhieni neu’ch gwarcheidwaid, gall eich cyngor eich helpu.',
      ],
    },
  },
  questions: {
    when: {
      title: 'Beth yw dyddiad y symud?',
      row: 'Dyddiad y symud',
      hint: 'Gall fod yn y gorffennol neu yn y dyfodol. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad y symud',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y symud gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad y symud fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad y symud fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad y symud fod ar neu cyn ${date}`,
      },
    },
    heldNew: {
      title: 'Ai hwn yw eich cyfeiriad newydd?',
      row: 'Cyfeiriad newydd',
      hint: 'Dyma’r cyfeiriad sydd gan GOV.UK One Login ar eich cyfer nawr.',
      options: {
        yes: 'Ie, hwn yw fy nghyfeiriad newydd',
        no: 'Nage, rwyf wedi symud i gyfeiriad gwahanol',
      },
      errors: { blank: 'Dewiswch ‘Ie’ os mai hwn yw eich cyfeiriad newydd' },
    },
    newKind: {
      title: 'Pa fath o gyfeiriad yw eich cyfeiriad newydd?',
      row: 'Math o gyfeiriad newydd',
      options: {
        uk: 'Cyfeiriad yn y DU',
        'no-fixed-address': 'Dim cyfeiriad sefydlog',
        forces: 'Cyfeiriad Lluoedd Prydain (BFPO)',
        abroad: 'Cyfeiriad y tu allan i’r DU',
      },
      optionHints: {
        uk: 'Gall hwn fod yn gwch neu’n garafán sydd â chyfeiriad post.',
        'no-fixed-address': 'Er enghraifft, rydych yn ddigartref, yn teithio neu’n aros gyda gwahanol bobl.',
      },
      errors: { blank: 'Dewiswch pa fath o gyfeiriad yw eich cyfeiriad newydd' },
    },
    newPostcode: { title: 'Beth yw cod post eich cyfeiriad newydd?' },
    newChoice: { title: 'Pa un yw eich cyfeiriad newydd?', row: 'Cyfeiriad newydd' },
    newByHand: { title: 'Beth yw eich cyfeiriad newydd?', row: 'Cyfeiriad newydd' },
    newForces: { title: 'Beth yw eich cyfeiriad newydd gyda Lluoedd Prydain?', row: 'Cyfeiriad newydd' },
    newAbroad: { title: 'Beth yw eich cyfeiriad newydd y tu allan i’r DU?', row: 'Cyfeiriad newydd' },
    newCouncil: {
      title: 'Ym mha ardal cyngor y mae eich cyfeiriad newydd?',
      row: 'Cyngor eich cyfeiriad newydd',
      hint: 'Dewiswch y cyngor y byddwch yn talu Treth Gyngor neu ardrethi iddo.',
    },
    newArea: {
      title: 'Ym mha ardal cyngor rydych yn aros y rhan fwyaf o’r amser?',
      row: 'Ardal y cyngor rydych yn aros ynddi',
    },
    newPost: {
      title: 'A oes cyfeiriad lle gallwch gael post?',
      row: 'Cyfeiriad lle gallwch gael post',
      hint: 'Er enghraifft, cartref ffrind, hostel neu ganolfan ddydd. Mae’n rhaid iddynt gytuno.',
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os oes cyfeiriad lle gallwch gael post' },
    },
    postPostcode: { title: 'Beth yw cod post y cyfeiriad lle rydych yn cael post?' },
    postChoice: { title: 'Pa un yw’r cyfeiriad lle rydych yn cael post?', row: 'Cyfeiriad ar gyfer post' },
    postByHand: { title: 'Beth yw’r cyfeiriad lle rydych yn cael post?', row: 'Cyfeiriad ar gyfer post' },
    heldOld: {
      title: 'Ai hwn yw eich hen gyfeiriad?',
      row: 'Hen gyfeiriad',
      hint: 'Dyma’r cyfeiriad rydych yn symud ohono neu wedi symud ohono.',
      options: { yes: 'Ie, hwn yw fy hen gyfeiriad', no: 'Nage, mae fy hen gyfeiriad yn un gwahanol' },
      errors: { blank: 'Dewiswch ‘Ie’ os mai hwn yw eich hen gyfeiriad' },
    },
    oldKind: {
      title: 'Pa fath o gyfeiriad yw eich hen gyfeiriad?',
      row: 'Math o hen gyfeiriad',
      options: {
        uk: 'Cyfeiriad yn y DU',
        'no-fixed-address': 'Nid oedd gennyf gyfeiriad sefydlog',
        forces: 'Cyfeiriad Lluoedd Prydain (BFPO)',
        abroad: 'Cyfeiriad y tu allan i’r DU',
      },
      errors: { blank: 'Dewiswch pa fath o gyfeiriad yw eich hen gyfeiriad' },
    },
    oldPostcode: { title: 'Beth yw cod post eich hen gyfeiriad?' },
    oldChoice: { title: 'Pa un yw eich hen gyfeiriad?', row: 'Hen gyfeiriad' },
    oldByHand: { title: 'Beth yw eich hen gyfeiriad?', row: 'Hen gyfeiriad' },
    oldForces: { title: 'Beth yw eich hen gyfeiriad gyda Lluoedd Prydain?', row: 'Hen gyfeiriad' },
    oldAbroad: { title: 'Beth yw eich hen gyfeiriad y tu allan i’r DU?', row: 'Hen gyfeiriad' },
    oldCouncil: {
      title: 'Ym mha ardal cyngor y mae eich hen gyfeiriad?',
      row: 'Cyngor eich hen gyfeiriad',
      hint: 'Dewiswch y cyngor yr oeddech yn talu Treth Gyngor neu ardrethi iddo.',
    },
    movingWith: {
      title: 'Pwy sy’n symud gyda chi?',
      row: 'Yn symud gyda chi',
      hint: 'Dewiswch bob un sy’n berthnasol.',
      options: {
        children: 'Plant dan 16 oed',
        'other-children': 'Plant eraill dan 16 oed',
        adults: 'Pobl 16 oed neu’n hŷn',
        nobody: 'Nid oes neb yn symud gyda mi',
      },
      optionHints: {
        adults:
          'Mae’n rhaid iddynt roi gwybod am y symud eu hunain. Ni fyddwn byth yn newid cyfeiriad oedolyn arall ar eich rhan.',
      },
      errors: {
        blank: 'Dewiswch pwy sy’n symud gyda chi, neu dewiswch ‘Nid oes neb yn symud gyda mi’',
        contradiction: 'Dewiswch pwy sy’n symud gyda chi, neu dewiswch ‘Nid oes neb yn symud gyda mi’, nid y ddau',
      },
    },
    children: {
      title: 'Plant sy’n symud gyda chi',
      row: 'Plant',
      item: (number: number) => `Manylion plentyn ${number}`,
      each: (number: number) => `Plentyn ${number}`,
      another: 'A oes angen i chi ychwanegu plentyn arall?',
      errors: {
        blank: 'Dewiswch ‘Oes’ os oes angen i chi ychwanegu plentyn arall',
        full: 'Ni allwch ychwanegu mwy na 10 o blant',
      },
    },
    childNames: {
      title: 'Enw’r plentyn',
      row: 'Enw',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf y plentyn',
        lastBlank: 'Rhowch gyfenw’r plentyn',
        tooLong: 'Mae’n rhaid i bob rhan o enw’r plentyn fod yn 100 nod neu lai',
      },
    },
    childBirthDate: {
      title: 'Dyddiad geni (dewisol)',
      row: 'Dyddiad geni',
      hint: 'Mae’n helpu cyrff i ddod o hyd i’r plentyn cywir. Er enghraifft, 27 3 2019.',
      errors: {
        blank: 'Rhowch ddyddiad geni’r plentyn',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni’r plentyn gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni’r plentyn fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’r plentyn fod dan 16 oed, felly wedi’i eni ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i ddyddiad geni’r plentyn fod heddiw neu yn y gorffennol',
      },
    },
    safety: {
      title: 'A oes angen cadw eich cyfeiriad newydd rhag unrhyw un?',
      row: 'Cyfeiriad i’w gadw rhag rhywun',
      hint: 'Dewiswch ‘Oes’ os gallech chi, neu rywun sy’n byw gyda chi, fod mewn perygl pe bai rhywun yn dod i wybod ble rydych yn byw. Er enghraifft, partner, cyn-bartner neu berthynas.',
      details: {
        summary: 'Cael help gyda cham-drin neu stelcio',
        paragraphs: [
          'Os ydych mewn perygl nawr, ffoniwch 999. Os ydych yn ffonio o ffôn symudol ac na allwch siarad, pwyswch 55 pan ofynnir i chi.',
          'Gallwch ffonio llinell gymorth am ddim ar unrhyw adeg, ddydd neu nos. Yn Lloegr, ffoniwch 0808 2000 247. Yng Nghymru, ffoniwch 0808 80 10 800. Yn yr Alban, ffoniwch 0800 027 1234. Yng Ngogledd Iwerddon, ffoniwch 0808 802 1414.',
          'Os dewiswch ‘Oes’, byddwn yn eich atgoffa i edrych ar bob corff a fydd yn cael gwybod cyn i chi anfon unrhyw beth. Byddwn yn dangos botwm i adael pob tudalen yn gyflym.',
        ],
      },
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os oes angen cadw eich cyfeiriad newydd rhag unrhyw un' },
    },
  },
  fields: {
    new_address: 'Cyfeiriad newydd',
    old_address: 'Hen gyfeiriad',
    move_date: 'Dyddiad y symud',
    moving_with: 'Plant sy’n symud gyda chi',
  },
  values: {
    noFixedAddress: 'Dim cyfeiriad sefydlog',
    postTo: 'Mae post yn mynd i:',
  },
}
