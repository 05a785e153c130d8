import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  safety: {
    title: 'A allai unrhyw un fod mewn perygl oherwydd yr hyn rydych yn ei ddweud wrthym?',
    row: 'Gallai rhywun fod mewn perygl',
    hint: 'Dewiswch ‘Gallai’ os gallech chi, neu rywun sy’n byw gyda chi, fod mewn perygl pe bai rhywun yn dod i wybod. Er enghraifft, partner, cyn-bartner neu berthynas.',
    details: {
      summary: 'Cael help gyda cham-drin neu stelcio',
      paragraphs: [
        'Os ydych mewn perygl nawr, ffoniwch 999. Os ydych yn ffonio o ffôn symudol ac na allwch siarad, pwyswch 55 pan ofynnir i chi.',
        'Gallwch ffonio llinell gymorth am ddim ar unrhyw adeg, ddydd neu nos. Yn Lloegr, ffoniwch 0808 2000 247. Yng Nghymru, ffoniwch 0808 80 10 800. Yn yr Alban, ffoniwch 0800 027 1234. Yng Ngogledd Iwerddon, ffoniwch 0808 802 1414.',
        'Os dewiswch ‘Gallai’, nid ydym yn dweud dim wrth eich partner nac wrth unrhyw un rydych yn byw gyda nhw. Gallwch ddewis beth i’w hepgor ar gyfer pob corff. Rydym yn dangos botwm i adael pob tudalen yn gyflym.',
      ],
    },
    options: { yes: 'Gallai', no: 'Na allai' },
    errors: {
      blank: 'Dewiswch ‘Gallai’ os gallai unrhyw un fod mewn perygl oherwydd yr hyn rydych yn ei ddweud wrthym',
    },
  },
  home: {
    held: {
      title: 'Ai yma rydych yn byw nawr?',
      row: 'Ble rydych yn byw',
      hint: 'Dyma’r cyfeiriad sydd gennym ar eich cyfer.',
      options: { yes: 'Ie, rwy’n byw yma', no: 'Nage, rwy’n byw mewn cyfeiriad gwahanol' },
      errors: { blank: 'Dewiswch ‘Ie’ os mai yma rydych yn byw nawr' },
    },
    kind: {
      title: 'Ym mha fath o gyfeiriad rydych yn byw?',
      row: 'Math o gyfeiriad',
      options: {
        uk: 'Cyfeiriad yn y DU',
        'no-fixed-address': 'Dim cyfeiriad sefydlog',
        forces: 'Cyfeiriad Lluoedd Prydain (BFPO)',
        abroad: 'Cyfeiriad y tu allan i’r DU',
      },
      errors: { blank: 'Dewiswch ym mha fath o gyfeiriad rydych yn byw' },
    },
    postcode: { title: 'Beth yw eich cod post?' },
    choice: { title: 'Pa un yw eich cyfeiriad?', row: 'Ble rydych yn byw' },
    byHand: { title: 'Beth yw eich cyfeiriad?', row: 'Ble rydych yn byw' },
    forces: { title: 'Beth yw eich cyfeiriad gyda Lluoedd Prydain?', row: 'Ble rydych yn byw' },
    abroad: { title: 'Beth yw eich cyfeiriad y tu allan i’r DU?', row: 'Ble rydych yn byw' },
    council: {
      title: 'Ym mha ardal cyngor rydych yn byw?',
      row: 'Eich cyngor',
      hint: 'Dewiswch y cyngor rydych yn talu Treth Gyngor neu ardrethi iddo.',
    },
  },
  chooseNumbers: {
    title: 'Pa rai o’r rhifau hyn y gallwch eu rhoi i ni?',
    row: 'Rhifau rydych yn eu rhoi i ni nawr',
    hint: 'Nid oes rhaid i chi roi unrhyw un. Mae pob un yn helpu’r corff sy’n ei ddefnyddio i ddod o hyd i’ch cofnod. Rydym yn eu cadw’n ddiogel fel na fydd angen i chi eu rhoi eto.',
    options: {
      'national-insurance-number': 'Rhif Yswiriant Gwladol',
      'driver-number': 'Rhif gyrrwr',
      'vehicle-registration': 'Rhif cofrestru eich cerbyd',
      'log-book-reference': 'Cyfeirnod llyfr log eich cerbyd',
      'council-tax-account': 'Rhif cyfrif Treth Gyngor',
      'customer-reference-number': 'Cyfeirnod cwsmer ar gyfer benthyciad myfyriwr',
      none: 'Nid wyf am roi unrhyw un o’r rhain',
    },
    optionHints: {
      'national-insurance-number':
        'Ar gyfer treth, budd-daliadau a benthyciadau myfyrwyr. Mae ar eich slip cyflog a’ch P60.',
      'driver-number': 'Ar gyfer eich trwydded yrru. Mae yn adran 5 o’r drwydded.',
      'vehicle-registration': 'Ar gyfer llyfr log eich cerbyd. Mae ar y plât rhif.',
      'log-book-reference': 'Ar gyfer llyfr log eich cerbyd (V5C). Mae ar y blaen.',
      'council-tax-account': 'Ar gyfer Treth Gyngor. Mae ar eich bil Treth Gyngor.',
      'customer-reference-number': 'Ar gyfer benthyciadau myfyrwyr. Mae ar lythyrau gan y Cwmni Benthyciadau Myfyrwyr.',
    },
    errors: {
      blank: 'Dewiswch pa rifau y gallwch eu rhoi i ni, neu dewiswch ‘Nid wyf am roi unrhyw un o’r rhain’',
      contradiction:
        'Dewiswch pa rifau y gallwch eu rhoi i ni, neu dewiswch ‘Nid wyf am roi unrhyw un o’r rhain’, nid y ddau',
    },
  },
  numbers: {
    national_insurance_number: {
      title: 'Beth yw eich rhif Yswiriant Gwladol?',
      row: 'Rhif Yswiriant Gwladol',
      hint: 'Mae ar eich cerdyn Yswiriant Gwladol, eich slip cyflog neu’ch P60. Er enghraifft, QQ 12 34 56 C.',
      errors: {
        blank: 'Rhowch eich rhif Yswiriant Gwladol',
        wrong: 'Rhowch rif Yswiriant Gwladol sy’n 2 lythyren, 6 rhif, yna A, B, C neu D, fel QQ 12 34 56 C',
      },
    },
    driver_number: {
      title: 'Beth yw eich rhif gyrrwr?',
      row: 'Rhif gyrrwr',
      hint: 'Mae yn adran 5 o’ch trwydded yrru. Mae ganddo 16 o lythrennau a rhifau, neu 8 rhif yng Ngogledd Iwerddon.',
      errors: {
        blank: 'Rhowch eich rhif gyrrwr',
        wrong: 'Rhowch rif gyrrwr o 16 o lythrennau a rhifau, fel MORGA657054SM9IJ, neu o 8 rhif',
      },
    },
    vehicle_registration: {
      title: 'Beth yw rhif cofrestru eich cerbyd?',
      row: 'Rhif cofrestru’r cerbyd',
      hint: 'Dyma’r rhif ar y plât rhif. Er enghraifft, AB12 CDE.',
      errors: {
        blank: 'Rhowch rif cofrestru eich cerbyd',
        wrong: 'Rhowch rif cofrestru yn y fformat cywir, fel AB12 CDE',
      },
    },
    log_book_reference: {
      title: 'Beth yw cyfeirnod llyfr log eich cerbyd?',
      row: 'Cyfeirnod y llyfr log',
      hint: 'Dyma’r cyfeirnod dogfen 11 digid ar eich llyfr log V5C.',
      errors: {
        blank: 'Rhowch gyfeirnod llyfr log eich cerbyd',
        wrong: 'Mae’n rhaid i gyfeirnod y llyfr log fod yn 11 rhif',
      },
    },
    council_tax_account: {
      title: 'Beth yw rhif eich cyfrif Treth Gyngor?',
      row: 'Rhif cyfrif Treth Gyngor',
      hint: 'Mae ar eich bil Treth Gyngor.',
      errors: {
        blank: 'Rhowch rif eich cyfrif Treth Gyngor',
        wrong: 'Mae’n rhaid i rif y cyfrif Treth Gyngor fod yn 6 i 15 o rifau a llythrennau, gydag o leiaf 5 rhif',
      },
    },
    customer_reference_number: {
      title: 'Beth yw eich cyfeirnod cwsmer ar gyfer eich benthyciad myfyriwr?',
      row: 'Cyfeirnod benthyciad myfyriwr',
      hint: 'Mae ganddo 11 rhif. Mae ar lythyrau gan y Cwmni Benthyciadau Myfyrwyr ac yn eich cyfrif ar-lein.',
      errors: {
        blank: 'Rhowch eich cyfeirnod cwsmer',
        wrong: 'Mae’n rhaid i’r cyfeirnod cwsmer fod yn 11 rhif',
      },
    },
  },
  fields: {
    names: 'Enw',
    birth_date: 'Dyddiad geni',
    address: 'Cyfeiriad',
    contact: 'Rhif ffôn a chyfeiriad e-bost',
    handle_with_care: 'Byddwch yn ofalus, oherwydd gallai rhywun fod mewn perygl',
    national_insurance_number: 'Rhif Yswiriant Gwladol',
    driver_number: 'Rhif gyrrwr',
    vehicle_registration: 'Rhif cofrestru’r cerbyd',
    log_book_reference: 'Cyfeirnod y llyfr log',
    council_tax_account: 'Rhif cyfrif Treth Gyngor',
    customer_reference_number: 'Cyfeirnod benthyciad myfyriwr',
  },
  born: (name: string, date: string) => `${name}, ganwyd ${date}`,
  yesNo: (value: unknown) => (value ? 'Ydy' : 'Nac ydy'),
}
