import type { Body } from '../body.ts'

export const studentLoansCompany: Body = {
  id: 'student-loans-company',
  name: { en: 'Student Loans Company', cy: 'Y Cwmni Benthyciadau Myfyrwyr' },
  cluster: 'human-services',
  kind: 'arms-length-body',
  contact: { url: 'https://www.gov.uk/student-finance-contact' },
  downAtFirst: true,
  subscriptions: [
    {
      path: 'repayments',
      agreement: {
        id: 'student-loans-company-address',
        purpose: {
          en: 'Write to you about your student loan at the right place',
          cy: 'Ysgrifennu atoch am eich benthyciad myfyriwr yn y lle cywir',
        },
        effect: {
          en: 'It will change the address on your student loan account, if you have one.',
          cy: 'Bydd yn newid y cyfeiriad ar eich cyfrif benthyciad myfyriwr, os oes gennych un.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/uksi/2009/470',
        powerName: {
          en: 'Education (Student Loans) (Repayment) Regulations 2009',
          cy: 'Rheoliadau Addysg (Benthyciadau Myfyrwyr) (Ad-dalu) 2009',
        },
        choice: 'optional',
        fields: ['names', 'birth_date', 'new_address', 'move_date', 'contact'],
        matching: ['customer_reference_number', 'national_insurance_number', 'names', 'birth_date', 'old_address'],
        usualDays: 10,
        minimumAge: 18,
        reviewOn: '2027-08-31',
      },
      people: () => [
        {
          givenNames: 'Amira',
          familyName: 'Hassan',
          birthDate: '1988-05-14',
          addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
          numbers: { customer_reference_number: '20071234567' },
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
                en: 'We have no student loan in your name. You do not need to do anything.',
                cy: 'Nid oes gennym fenthyciad myfyriwr yn eich enw chi. Nid oes angen i chi wneud dim byd.',
              },
            },
          ],
        },
        {
          when: 'moved-abroad',
          steps: [
            {
              after: 'soon',
              status: 'refused',
              reason: 'When you live abroad we need to know your income there before we can change your account.',
              message: {
                en: 'Fill in an overseas income assessment form. We will change your address when we get it.',
                cy: 'Llenwch ffurflen asesu incwm tramor. Byddwn yn newid eich cyfeiriad pan fydd wedi ein cyrraedd.',
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
                en: 'We changed the address on your student loan account.',
                cy: 'Rydym wedi newid y cyfeiriad ar eich cyfrif benthyciad myfyriwr.',
              },
            },
          ],
        },
      ],
    },
  ],
}
