import type { Body } from '../body.ts'

export const dwp: Body = {
  id: 'dwp',
  name: { en: 'Department for Work and Pensions', cy: 'Yr Adran Gwaith a Phensiynau' },
  cluster: 'human-services',
  kind: 'ministerial-department',
  contact: { url: 'https://www.gov.uk/contact-jobcentre-plus' },
  subscriptions: [
    {
      path: 'address',
      agreement: {
        id: 'dwp-address',
        purpose: {
          en: 'Pay you the right benefits or State Pension and write to you at the right place',
          cy: 'Talu’r budd-daliadau neu’r Pensiwn y Wladwriaeth cywir i chi ac ysgrifennu atoch yn y lle cywir',
        },
        effect: {
          en: 'It will change your address and check whether the move changes what you get, such as help with rent.',
          cy: 'Bydd yn newid eich cyfeiriad ac yn gwirio a yw’r symud yn newid yr hyn a gewch, fel help gyda rhent.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/uksi/1987/1968/regulation/32',
        powerName: {
          en: 'Social Security (Claims and Payments) Regulations 1987, regulation 32',
          cy: 'Rheoliadau Nawdd Cymdeithasol (Hawliadau a Thaliadau) 1987, rheoliad 32',
        },
        choice: 'required',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with', 'contact'],
        matching: ['national_insurance_number', 'names', 'birth_date', 'old_address'],
        usualDays: 7,
        minimumAge: 16,
        reviewOn: '2028-03-31',
      },
      people: () => [
        {
          givenNames: 'Amira',
          familyName: 'Hassan',
          birthDate: '1988-05-14',
          addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
        },
        {
          givenNames: 'Llŷr Siôn',
          familyName: 'Prydderch',
          birthDate: '1969-02-27',
          addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
        },
        {
          givenNames: 'Margaret Anne',
          familyName: 'Fielding',
          birthDate: '1951-09-30',
          addresses: [{ uprn: 200004000005, buildingNumber: '5', postalCode: 'CB1 2AD' }],
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
                en: 'We have no benefit or pension for you. If you get one, tell us your National Insurance number.',
                cy: 'Nid oes gennym fudd-dal na phensiwn ar eich cyfer. Os ydych yn cael un, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
              },
            },
          ],
        },
        {
          when: 'always',
          steps: [
            {
              after: 'soon',
              status: 'in_progress',
              message: {
                en: 'One of our officers is checking whether your move changes what you get.',
                cy: 'Mae un o’n swyddogion yn gwirio a yw eich symud yn newid yr hyn a gewch.',
              },
            },
            {
              after: 'slowly',
              status: 'done',
              message: {
                en: 'We changed your address. What you get stays the same.',
                cy: 'Rydym wedi newid eich cyfeiriad. Mae’r hyn a gewch yn aros yr un fath.',
              },
            },
          ],
        },
      ],
      look: {
        name: 'Check what a move changes',
        accessType: 'consult',
        unit: 'Leeds benefit centre',
        system: 'Customer Information System',
        actor: { kind: 'officer', role: 'Benefits officer' },
        dataCategories: ['name', 'birth-date', 'address', 'household'],
      },
    },
  ],
}
