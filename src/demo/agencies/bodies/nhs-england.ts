import { always, done, noRecord, quickly, when } from '../answers.ts'
import type { Answer, Body, Look, SampleAgreement } from '../body.ts'
import { amira, grace, kofi, margaret } from '../people.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, powers } from './powers.ts'

const look: Look = {
  name: 'Check for a second record of the same patient',
  accessType: 'consult',
  unit: 'Demographics',
  system: 'Personal Demographics Service',
  actor: { kind: 'automated', role: 'Automatic check' },
  dataCategories: ['name', 'birth-date', 'address'],
}

/** What its agreements share, beside ids and words. */
const usual = {
  legalBasis: '6(1)(e)',
  ...powers.patientInformation,
  choice: 'optional',
  matching: BY_NAME,
  usualDays: 3,
  reviewOn: '2027-09-30',
} satisfies Partial<SampleAgreement>

const notOnList: Answer = noRecord(
  'We could not find you in our list of patients. Tell your GP surgery.',
  'Ni allem ddod o hyd i chi yn ein rhestr cleifion. Rhowch wybod i’ch meddygfa.',
)

const agreements: SampleAgreement[] = [
  {
    ...usual,
    id: 'nhs-england-address',
    purpose: {
      en: 'Send hospital and screening letters to the right place',
      cy: 'Anfon llythyrau ysbyty a sgrinio i’r lle cywir',
    },
    effect: {
      en: 'It will change your address in the NHS’s list of patients. It will not register you with a new GP.',
      cy: 'Bydd yn newid eich cyfeiriad yn rhestr cleifion y GIG. Ni fydd yn eich cofrestru gyda meddyg teulu newydd.',
    },
    matching: ['names', 'birth_date', 'old_address'],
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'birth_date', 'new_address', 'move_date', 'moving_with'],
        answers: [
          when('not-in-our-files', {
            after: 'quickly',
            status: 'no_record',
            message: {
              en: 'We could not find you in our list of patients. Tell your GP surgery your new address.',
              cy: 'Ni allem ddod o hyd i chi yn ein rhestr cleifion. Rhowch wybod i’ch meddygfa beth yw eich cyfeiriad newydd.',
            },
          }),
          always(
            quickly(
              done(
                'We changed your address. If you need a new GP, register with a surgery near your new home.',
                'Rydym wedi newid eich cyfeiriad. Os oes angen meddyg teulu newydd arnoch, cofrestrwch â meddygfa ger eich cartref newydd.',
              ),
            ),
          ),
        ],
      },
    ],
    look,
  },
  {
    ...usual,
    id: 'nhs-england-name',
    purpose: {
      en: 'Call you by your new name in hospitals and in letters',
      cy: 'Eich galw wrth eich enw newydd mewn ysbytai ac mewn llythyrau',
    },
    effect: {
      en: 'It will change your name in the NHS’s list of patients. Your NHS number stays the same.',
      cy: 'Bydd yn newid eich enw yn rhestr cleifion y GIG. Mae eich rhif GIG yn aros yr un fath.',
    },
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date'],
        answers: [
          notOnList,
          always(
            quickly(
              done('We changed your name in the list of patients.', 'Rydym wedi newid eich enw yn y rhestr cleifion.'),
            ),
          ),
        ],
      },
    ],
    look,
  },
  {
    ...usual,
    id: 'nhs-england-birth',
    purpose: {
      en: 'Invite your child to health checks and vaccinations',
      cy: 'Gwahodd eich plentyn i wiriadau iechyd a brechiadau',
    },
    effect: {
      en: 'It will put your child’s name and address in the list of patients. It will not register them with a GP.',
      cy: 'Bydd yn rhoi enw a chyfeiriad eich plentyn yn y rhestr cleifion. Ni fydd yn eu cofrestru gyda meddyg teulu.',
    },
    events: [
      {
        type: 'birth',
        fields: ['child_names', 'child_sex', 'child_birth_date', 'place_of_birth'],
        answers: [
          notOnList,
          always(
            quickly(
              done(
                'Your child is in the list of patients. The first letter about vaccinations comes by post.',
                'Mae eich plentyn yn y rhestr cleifion. Daw’r llythyr cyntaf am frechiadau drwy’r post.',
              ),
            ),
          ),
        ],
      },
    ],
  },
  {
    ...usual,
    id: 'nhs-england-leaving-or-returning',
    purpose: {
      en: 'Stop letters while you live abroad, and start them again when you are back',
      cy: 'Stopio llythyrau tra byddwch yn byw dramor, a’u dechrau eto pan fyddwch yn ôl',
    },
    effect: {
      en: 'It will note that you live abroad, or here again. Most NHS care is not free for people who live abroad.',
      cy: 'Bydd yn nodi eich bod yn byw dramor, neu yma eto. Nid yw’r rhan fwyaf o ofal y GIG am ddim i bobl sy’n byw dramor.',
    },
    events: [
      {
        type: 'leaving-or-returning',
        fields: ['kind', 'travel_date'],
        answers: [
          notOnList,
          when(
            'leaving',
            quickly(
              done(
                'We noted that you are leaving. Tell your GP surgery too, so that they close your record.',
                'Rydym wedi nodi eich bod yn gadael. Rhowch wybod i’ch meddygfa hefyd, er mwyn iddynt gau eich cofnod.',
              ),
            ),
          ),
          always(
            quickly(
              done(
                'We noted that you are back. Register with a GP surgery near your home.',
                'Rydym wedi nodi eich bod yn ôl. Cofrestrwch â meddygfa ger eich cartref.',
              ),
            ),
          ),
        ],
      },
    ],
  },
  contactDetailsAgreement('nhs-england', { matching: BY_NAME }),
]

export const nhsEngland: Body = {
  id: 'nhs-england',
  name: { en: 'NHS England', cy: 'GIG Lloegr' },
  cluster: 'health-and-social-care',
  kind: 'arms-length-body',
  contact: {
    url: 'https://www.england.nhs.uk/contact-us/',
    phone: '0300 311 22 33',
    email: 'england.contactus@nhs.net',
    post: 'NHS England, PO Box 16738, Redditch, B97 9PT',
  },
  takesCare: true,
  subscriptions: [{ path: 'demographics', agreements, people: (today) => [amira, grace, margaret, kofi(today)] }],
}
