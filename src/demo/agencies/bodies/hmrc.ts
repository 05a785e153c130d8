import type { Body } from '../body.ts'

export const hmrc: Body = {
  id: 'hmrc',
  name: { en: 'HM Revenue and Customs', cy: 'Cyllid a Thollau EF' },
  cluster: 'human-services',
  kind: 'non-ministerial-department',
  contact: { url: 'https://www.gov.uk/contact-hmrc' },
  subscriptions: [
    {
      path: 'address',
      agreement: {
        id: 'hmrc-address',
        purpose: {
          en: 'Send your tax letters, tax codes and any Child Benefit letters to the right place',
          cy: 'Anfon eich llythyrau treth, eich codau treth ac unrhyw lythyrau Budd-dal Plant i’r lle cywir',
        },
        effect: {
          en: 'It will change the address on your personal tax account.',
          cy: 'Bydd yn newid y cyfeiriad ar eich cyfrif treth personol.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/ukpga/2005/11/section/9',
        powerName: {
          en: 'Commissioners for Revenue and Customs Act 2005, section 9',
          cy: 'Deddf Comisiynwyr Cyllid a Thollau 2005, adran 9',
        },
        choice: 'required',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date'],
        matching: ['national_insurance_number', 'names', 'birth_date', 'old_address'],
        usualDays: 5,
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
          givenNames: 'Grace Eleanor',
          familyName: 'Whitfield',
          birthDate: '1975-11-23',
          addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
        },
        {
          givenNames: 'Llŷr',
          familyName: 'Prydderch',
          birthDate: '1969-02-27',
          addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
        },
        {
          givenNames: 'Margaret',
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
              after: 'quickly',
              status: 'no_record',
              message: {
                en: 'We have no record for you at your old address. If you pay tax or get Child Benefit, tell us your National Insurance number.',
                cy: 'Nid oes gennym gofnod ar eich cyfer yn eich hen gyfeiriad. Os ydych yn talu treth neu’n cael Budd-dal Plant, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
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
                en: 'We changed your address. You do not need to do anything else.',
                cy: 'Rydym wedi newid eich cyfeiriad. Nid oes angen i chi wneud dim byd arall.',
              },
            },
          ],
        },
      ],
    },
  ],
}
