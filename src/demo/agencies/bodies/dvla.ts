import type { Body } from '../body.ts'

export const dvla: Body = {
  id: 'dvla',
  name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Yr Asiantaeth Trwyddedu Gyrwyr a Cherbydau' },
  cluster: 'human-services',
  kind: 'executive-agency',
  contact: { url: 'https://www.gov.uk/contact-the-dvla' },
  subscriptions: [
    {
      path: 'driving-licence',
      agreement: {
        id: 'dvla-driving-licence',
        purpose: {
          en: 'Keep the address on your driving licence right',
          cy: 'Cadw’r cyfeiriad ar eich trwydded yrru yn gywir',
        },
        effect: {
          en: 'It will change the address on your driving licence and post you a new licence, free of charge.',
          cy: 'Bydd yn newid y cyfeiriad ar eich trwydded yrru ac yn anfon trwydded newydd atoch drwy’r post, yn rhad ac am ddim.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
        powerName: { en: 'Road Traffic Act 1988, section 99', cy: 'Deddf Traffig Ffyrdd 1988, adran 99' },
        choice: 'required',
        fields: ['names', 'birth_date', 'new_address', 'move_date'],
        matching: ['driver_number', 'names', 'birth_date', 'old_address'],
        usualDays: 21,
        reviewOn: '2027-11-30',
      },
      people: () => [
        {
          givenNames: 'Amira',
          familyName: 'Hassan',
          birthDate: '1988-05-14',
          addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
          numbers: { driver_number: 'HASSA855148A99XY' },
        },
        {
          givenNames: 'Grace Eleanor',
          familyName: 'Whitfield',
          birthDate: '1975-11-23',
          addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
          numbers: { driver_number: 'WHITF761235GE9AB' },
        },
        {
          givenNames: 'Llŷr Siôn',
          familyName: 'Prydderch',
          birthDate: '1969-02-27',
          addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
          numbers: { driver_number: 'PRYDD602279LS9CY' },
        },
      ],
      answers: [
        {
          when: 'not-in-our-files',
          steps: [
            {
              after: 'soon',
              status: 'no_record',
              message: {
                en: 'We could not find a driving licence in your name at your old address. If you have one, tell us the driver number on it.',
                cy: 'Ni allem ddod o hyd i drwydded yrru yn eich enw yn eich hen gyfeiriad. Os oes gennych un, rhowch wybod i ni beth yw’r rhif gyrrwr sydd arni.',
              },
            },
          ],
        },
        {
          when: 'moved-abroad',
          steps: [
            {
              after: 'quickly',
              status: 'refused',
              reason:
                'A Great Britain driving licence cannot show an address abroad. Ask the licensing authority of the country you live in about exchanging it.',
              message: {
                en: 'We cannot put an address abroad on your licence.',
                cy: 'Ni allwn roi cyfeiriad tramor ar eich trwydded.',
              },
            },
          ],
        },
        {
          when: 'always',
          steps: [
            {
              after: 'quickly',
              status: 'done',
              message: {
                en: 'We changed the address on your driving licence. Your new licence will arrive by post within 3 weeks.',
                cy: 'Rydym wedi newid y cyfeiriad ar eich trwydded yrru. Bydd eich trwydded newydd yn cyrraedd drwy’r post o fewn 3 wythnos.',
              },
            },
          ],
        },
      ],
    },
    {
      path: 'vehicle-log-book',
      agreement: {
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
        power: 'https://www.legislation.gov.uk/uksi/2002/2742/regulation/18',
        powerName: {
          en: 'Road Vehicles (Registration and Licensing) Regulations 2002, regulation 18',
          cy: 'Rheoliadau Cerbydau Ffordd (Cofrestru a Thrwyddedu) 2002, rheoliad 18',
        },
        choice: 'required',
        fields: ['names', 'new_address', 'move_date'],
        matching: ['vehicle_registration', 'log_book_reference', 'names', 'old_address'],
        usualDays: 28,
        reviewOn: '2027-11-30',
      },
      people: () => [
        {
          givenNames: 'Grace Eleanor',
          familyName: 'Whitfield',
          birthDate: '1975-11-23',
          addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
          numbers: { vehicle_registration: 'YK19 WBF' },
        },
        {
          givenNames: 'Llŷr Siôn',
          familyName: 'Prydderch',
          birthDate: '1969-02-27',
          addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
          numbers: { vehicle_registration: 'CN68 LSP' },
        },
      ],
      answers: [
        {
          when: 'not-in-our-files',
          steps: [
            {
              after: 'soon',
              status: 'no_record',
              message: {
                en: 'We could not find a vehicle kept by you at your old address. If you keep one, tell us its registration number.',
                cy: 'Ni allem ddod o hyd i gerbyd sy’n cael ei gadw gennych chi yn eich hen gyfeiriad. Os ydych yn cadw un, rhowch wybod i ni beth yw ei rif cofrestru.',
              },
            },
          ],
        },
        {
          when: 'no-log-book-reference',
          steps: [
            {
              after: 'soon',
              status: 'needs_information',
              dueInDays: 14,
              message: {
                en: 'Tell us the 11-digit document reference number on the front of your log book. Phone or write to us. Have the log book with you.',
                cy: 'Rhowch wybod i ni beth yw’r cyfeirnod dogfen 11 digid ar flaen eich llyfr cofnodion. Ffoniwch neu ysgrifennwch atom. Cadwch y llyfr cofnodion wrth law.',
              },
            },
          ],
        },
        {
          when: 'always',
          steps: [
            {
              after: 'soon',
              status: 'done',
              message: {
                en: 'We changed the address for your vehicle. Your new log book will arrive by post within 4 weeks.',
                cy: 'Rydym wedi newid y cyfeiriad ar gyfer eich cerbyd. Bydd eich llyfr cofnodion newydd yn cyrraedd drwy’r post o fewn 4 wythnos.',
              },
            },
          ],
        },
      ],
    },
  ],
}
