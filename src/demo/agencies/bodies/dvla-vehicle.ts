import { always, done, needs, noRecord, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

export const vehicleAgreements: SampleAgreement[] = [
  {
    id: 'dvla-vehicle-log-book',
    purpose: {
      en: 'Keep the address in your vehicle log book (V5C) right',
      cy: 'Cadw’r cyfeiriad yn llyfr cofnodion eich cerbyd (V5C) yn gywir',
    },
    effect: {
      en: 'It will change the keeper’s address of your vehicle and post you a new log book.',
      cy: 'Bydd yn newid cyfeiriad ceidwad eich cerbyd ac yn anfon llyfr cofnodion newydd atoch drwy’r post.',
    },
    legalBasis: '6(1)(c)',
    ...powers.vehicleKeepers,
    choice: 'required',
    matching: ['vehicle_registration', 'log_book_reference', 'names', 'old_address'],
    usualDays: 28,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'new_address', 'move_date'],
        answers: [
          noRecord(
            'We could not find a vehicle kept by you at your old address. If you keep one, tell us its registration number.',
            'Ni allem ddod o hyd i gerbyd sy’n cael ei gadw gennych chi yn eich hen gyfeiriad. Os ydych yn cadw un, rhowch wybod i ni beth yw ei rif cofrestru.',
          ),
          when(
            'no-log-book-reference',
            needs(
              14,
              'Tell us the 11-digit document reference number on the front of your log book. Phone or write to us. Have the log book with you.',
              'Rhowch wybod i ni beth yw’r cyfeirnod dogfen 11 digid ar flaen eich llyfr cofnodion. Ffoniwch neu ysgrifennwch atom. Cadwch y llyfr cofnodion wrth law.',
            ),
          ),
          always(
            done(
              'We changed the address for your vehicle. Your new log book will arrive by post within 4 weeks.',
              'Rydym wedi newid y cyfeiriad ar gyfer eich cerbyd. Bydd eich llyfr cofnodion newydd yn cyrraedd drwy’r post o fewn 4 wythnos.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We changed the address for your vehicle. Your new log book will arrive within 4 weeks.',
        cy: 'Diolch. Rydym wedi newid y cyfeiriad ar gyfer eich cerbyd. Bydd eich llyfr cofnodion newydd yn cyrraedd o fewn 4 wythnos.',
      },
    },
  },
  {
    id: 'dvla-vehicle-name',
    purpose: {
      en: 'Keep the name in your vehicle log book (V5C) right',
      cy: 'Cadw’r enw yn llyfr cofnodion eich cerbyd (V5C) yn gywir',
    },
    effect: {
      en: 'It will change the keeper’s name of your vehicle and post you a new log book.',
      cy: 'Bydd yn newid enw ceidwad eich cerbyd ac yn anfon llyfr cofnodion newydd atoch drwy’r post.',
    },
    legalBasis: '6(1)(c)',
    ...powers.vehicleKeepers,
    choice: 'required',
    matching: ['vehicle_registration', 'log_book_reference', 'names', 'address'],
    usualDays: 28,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date'],
        answers: [
          noRecord(
            'We could not find a vehicle kept by you under your old name. If you keep one, tell us its registration number.',
            'Ni allem ddod o hyd i gerbyd sy’n cael ei gadw gennych chi o dan eich hen enw. Os ydych yn cadw un, rhowch wybod i ni beth yw ei rif cofrestru.',
          ),
          always(
            done(
              'We changed the name for your vehicle. Your new log book will arrive by post within 4 weeks.',
              'Rydym wedi newid yr enw ar gyfer eich cerbyd. Bydd eich llyfr cofnodion newydd yn cyrraedd drwy’r post o fewn 4 wythnos.',
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'dvla-vehicle-death',
    purpose: {
      en: 'End the vehicle tax, and the record that the person who died keeps a vehicle',
      cy: 'Dod â’r dreth cerbyd i ben, a’r cofnod bod y person a fu farw yn cadw cerbyd',
    },
    effect: {
      en: 'It will end the tax and pay back what is left of it. Nobody may drive the vehicle until it is taxed again.',
      cy: 'Bydd yn dod â’r dreth i ben ac yn ad-dalu’r hyn sydd ar ôl ohoni. Ni chaiff neb yrru’r cerbyd nes iddo gael ei drethu eto.',
    },
    legalBasis: '6(1)(e)',
    ...powers.vehicles,
    choice: 'required',
    irreversible: true,
    matching: BY_NAME_OF_THE_DEAD,
    usualDays: 28,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'death',
        fields: ['death_date', 'deceased_vehicles', 'executor'],
        answers: [
          noRecord(
            'We could not find a vehicle kept by this person. You do not need to do anything.',
            'Ni allem ddod o hyd i gerbyd oedd yn cael ei gadw gan y person hwn. Nid oes angen i chi wneud dim byd.',
          ),
          when(
            'keeps-personalised-number',
            needs(
              28,
              'Tell us who is to have the personalised number. We end the record of the vehicle after that.',
              'Rhowch wybod i ni pwy sydd i gael y rhif personol. Byddwn yn dod â chofnod y cerbyd i ben ar ôl hynny.',
            ),
          ),
          when(
            'car-of-motability',
            done(
              'We ended the tax. The vehicle is Motability’s: it must not be driven, and Motability will collect it.',
              'Rydym wedi dod â’r dreth i ben. Motability sydd piau’r cerbyd: ni chaniateir ei yrru, a bydd Motability yn ei gasglu.',
            ),
          ),
          always(
            done(
              'We ended the tax. A refund will be posted to the person who deals with the estate.',
              'Rydym wedi dod â’r dreth i ben. Bydd ad-daliad yn cael ei bostio at y person sy’n delio â’r ystad.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We keep the number for them, and we ended the tax of the vehicle.',
        cy: 'Diolch. Rydym yn cadw’r rhif ar eu cyfer, ac rydym wedi dod â threth y cerbyd i ben.',
      },
      withdrawn: {
        en: 'We took the death off the record. The vehicle must be taxed again before anybody drives it.',
        cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Rhaid trethu’r cerbyd eto cyn i neb ei yrru.',
      },
    },
  },
]
