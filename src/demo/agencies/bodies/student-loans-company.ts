import { always, checking, done, needs, noRecord, refused, when } from '../answers.ts'
import type { Answer, Body, SampleAgreement } from '../body.ts'
import { amira, withNumbers } from '../people.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, powers } from './powers.ts'

const NUMBERS = ['customer_reference_number', 'national_insurance_number']
const matching = [...NUMBERS, ...BY_NAME]

const usual = {
  legalBasis: '6(1)(e)',
  ...powers.studentLoans,
  choice: 'optional',
  matching,
  usualDays: 10,
  minimumAge: 18,
  reviewOn: '2027-08-31',
} satisfies Partial<SampleAgreement>

const noLoan: Answer = noRecord(
  'We have no student loan in your name. You do not need to do anything.',
  'Nid oes gennym fenthyciad myfyriwr yn eich enw chi. Nid oes angen i chi wneud dim byd.',
)

const agreements: SampleAgreement[] = [
  {
    ...usual,
    id: 'student-loans-company-address',
    purpose: {
      en: 'Write to you about your student loan at the right place',
      cy: 'Ysgrifennu atoch am eich benthyciad myfyriwr yn y lle cywir',
    },
    effect: {
      en: 'It will change the address on your student loan account, if you have one.',
      cy: 'Bydd yn newid y cyfeiriad ar eich cyfrif benthyciad myfyriwr, os oes gennych un.',
    },
    matching: [...NUMBERS, 'names', 'birth_date', 'old_address'],
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'birth_date', 'new_address', 'move_date', 'contact'],
        answers: [
          noLoan,
          when(
            'moved-abroad',
            refused(
              'When you live abroad we need to know your income there before we can change your account.',
              'Fill in an overseas income assessment form. We will change your address when we get it.',
              'Llenwch ffurflen asesu incwm tramor. Byddwn yn newid eich cyfeiriad pan fydd wedi ein cyrraedd.',
            ),
          ),
          always(
            done(
              'We changed the address on your student loan account.',
              'Rydym wedi newid y cyfeiriad ar eich cyfrif benthyciad myfyriwr.',
            ),
          ),
        ],
      },
    ],
  },
  {
    ...usual,
    id: 'student-loans-company-name',
    purpose: {
      en: 'Write to you about your student loan in your new name',
      cy: 'Ysgrifennu atoch am eich benthyciad myfyriwr yn eich enw newydd',
    },
    effect: {
      en: 'It will change the name on your student loan account, if you have one.',
      cy: 'Bydd yn newid yr enw ar eich cyfrif benthyciad myfyriwr, os oes gennych un.',
    },
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date'],
        answers: [
          noLoan,
          always(
            done(
              'We changed the name on your student loan account.',
              'Rydym wedi newid yr enw ar eich cyfrif benthyciad myfyriwr.',
            ),
          ),
        ],
      },
    ],
  },
  {
    ...usual,
    id: 'student-loans-company-work',
    purpose: {
      en: 'Take the right part of your pay for your student loan',
      cy: 'Cymryd y rhan gywir o’ch cyflog ar gyfer eich benthyciad myfyriwr',
    },
    effect: {
      en: 'It will check whether you pay back more, less or nothing from now on.',
      cy: 'Bydd yn gwirio a ydych yn ad-dalu mwy, llai neu ddim byd o hyn ymlaen.',
    },
    events: [
      {
        type: 'work',
        fields: ['kind', 'change_date', 'pay_band'],
        answers: [
          noLoan,
          always(
            done(
              'Your employer takes what is due with your tax. You do not need to do anything.',
              'Mae eich cyflogwr yn cymryd yr hyn sy’n ddyledus gyda’ch treth. Nid oes angen i chi wneud dim byd.',
            ),
          ),
        ],
      },
    ],
  },
  {
    ...usual,
    id: 'student-loans-company-leaving-or-returning',
    purpose: {
      en: 'Work out what you pay back while you live abroad',
      cy: 'Cyfrifo’r hyn yr ydych yn ei ad-dalu tra byddwch yn byw dramor',
    },
    effect: {
      en: 'It will ask for your income abroad and tell you what to pay, or go back to taking it from your pay.',
      cy: 'Bydd yn gofyn am eich incwm dramor ac yn dweud wrthych beth i’w dalu, neu’n mynd yn ôl i’w gymryd o’ch cyflog.',
    },
    choice: 'required',
    events: [
      {
        type: 'leaving-or-returning',
        fields: ['kind', 'travel_date', 'country', 'expected_return', 'forwarding_address'],
        answers: [
          noLoan,
          when(
            'leaving',
            checking('We noted that you are leaving.', 'Rydym wedi nodi eich bod yn gadael.'),
            needs(
              30,
              'Tell us what you will live on abroad, such as pay or savings, and about how much it is a month.',
              'Rhowch wybod i ni ar beth y byddwch yn byw dramor, fel cyflog neu gynilion, a thua faint yw hynny y mis.',
            ),
          ),
          always(
            done(
              'We noted that you are back. Your employer takes what is due with your tax.',
              'Rydym wedi nodi eich bod yn ôl. Mae eich cyflogwr yn cymryd yr hyn sy’n ddyledus gyda’ch treth.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We worked out what you pay a month while you live abroad, and will email it to you.',
        cy: 'Diolch. Rydym wedi cyfrifo’r hyn y byddwch yn ei dalu bob mis tra byddwch yn byw dramor, a byddwn yn ei e-bostio atoch.',
      },
    },
  },
  contactDetailsAgreement('student-loans-company', { matching, minimumAge: 18 }),
]

export const studentLoansCompany: Body = {
  id: 'student-loans-company',
  name: { en: 'Student Loans Company', cy: 'Y Cwmni Benthyciadau Myfyrwyr' },
  cluster: 'human-services',
  kind: 'arms-length-body',
  contact: {
    url: 'https://www.gov.uk/student-finance-contact',
    phone: '0300 100 0611',
    relay: '18001 then 0300 100 0611',
    post: 'Student Loans Company, 10 Clyde Place, Glasgow, G5 8DF',
  },
  downAtFirst: true,
  subscriptions: [
    {
      path: 'repayments',
      agreements,
      people: () => [withNumbers(amira, { customer_reference_number: '20071234567' })],
    },
  ],
}
