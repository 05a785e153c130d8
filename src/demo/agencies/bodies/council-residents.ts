import { always, checking, done, needs, noRecord, ofBody, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { householdAgreement, matching, noAccount } from './council-household.ts'
import { BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

const name: SampleAgreement = {
  id: 'name',
  purpose: {
    en: 'Keep your name right on the electoral register and on Council Tax bills',
    cy: 'Cadw eich enw’n gywir ar y gofrestr etholiadol ac ar filiau’r Dreth Gyngor',
  },
  effect: {
    en: 'It will change your name on your Council Tax account, and on the electoral register if you are on it.',
    cy: 'Bydd yn newid eich enw ar eich cyfrif Treth Gyngor, ac ar y gofrestr etholiadol os ydych arni.',
  },
  legalBasis: '6(1)(e)',
  ...powers.electoralRegister,
  choice: 'required',
  matching,
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'change-of-name',
      fields: ['old_names', 'new_names', 'change_date', 'evidence_reference'],
      answers: [
        noAccount,
        always(
          done(
            'We changed your name on the electoral register and on your Council Tax account.',
            'Rydym wedi newid eich enw ar y gofrestr etholiadol ac ar eich cyfrif Treth Gyngor.',
          ),
        ),
      ],
    },
  ],
}

const leaving: SampleAgreement = {
  id: 'leaving-or-returning',
  purpose: {
    en: 'Charge Council Tax up to the right day, and keep the electoral register right',
    cy: 'Codi’r Dreth Gyngor hyd at y diwrnod cywir, a chadw’r gofrestr etholiadol yn gywir',
  },
  effect: {
    en: 'It will close or open your Council Tax account. It will not register you to vote from abroad.',
    cy: 'Bydd yn cau neu’n agor eich cyfrif Treth Gyngor. Ni fydd yn eich cofrestru i bleidleisio o dramor.',
  },
  legalBasis: '6(1)(e)',
  ...powers.councilTax,
  choice: 'required',
  matching,
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'leaving-or-returning',
      fields: ['kind', 'travel_date', 'forwarding_address'],
      answers: [
        when(
          'leaving',
          done(
            'We close your account on the day you leave, if you pay for your home. Your last bill goes to the address you gave.',
            'Rydym yn cau eich cyfrif ar y diwrnod y byddwch yn gadael, os ydych yn talu am eich cartref. Bydd eich bil olaf yn mynd i’r cyfeiriad a roesoch.',
          ),
        ),
        when(
          'not-in-our-files',
          checking('We are opening a Council Tax account for you.', 'Rydym yn agor cyfrif Treth Gyngor i chi.'),
          done(
            'We opened your account. Your first bill comes by post.',
            'Rydym wedi agor eich cyfrif. Daw eich bil cyntaf drwy’r post.',
          ),
        ),
        always(done('We noted that you live here again.', 'Rydym wedi nodi eich bod yn byw yma eto.')),
      ],
    },
  ],
}

const death: SampleAgreement = {
  id: 'death',
  purpose: {
    en: 'End the council services of the person who died, and charge the household the right Council Tax',
    cy: 'Dod â gwasanaethau cyngor y person a fu farw i ben, a chodi’r Dreth Gyngor gywir ar y cartref',
  },
  effect: {
    en: 'It will take them off the electoral register and bills, and tell its own services, such as housing.',
    cy: 'Bydd yn eu tynnu oddi ar y gofrestr etholiadol a’r biliau, ac yn dweud wrth ei wasanaethau ei hun, fel tai.',
  },
  legalBasis: '6(1)(e)',
  ...powers.councilTax,
  choice: 'required',
  matching: BY_NAME_OF_THE_DEAD,
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'death',
      fields: ['death_date', 'deceased_council_services', 'executor', 'next_of_kin', 'surviving_partner'],
      answers: [
        noRecord(
          'We could not find this person in our files. You do not need to do anything.',
          'Ni allem ddod o hyd i’r person hwn yn ein ffeiliau. Nid oes angen i chi wneud dim byd.',
        ),
        when(
          'nobody-deals-with-estate',
          needs(
            28,
            'Tell us the name and address of the person who deals with the home of the person who died.',
            'Rhowch wybod i ni beth yw enw a chyfeiriad y person sy’n delio â chartref y person a fu farw.',
          ),
        ),
        always(
          checking('We are telling our services.', 'Rydym yn dweud wrth ein gwasanaethau.'),
          done(
            'We took them off the electoral register and ended their services. A new Council Tax bill comes by post.',
            'Rydym wedi eu tynnu oddi ar y gofrestr etholiadol ac wedi dod â’u gwasanaethau i ben. Daw bil Treth Gyngor newydd drwy’r post.',
          ),
        ),
      ],
    },
  ],
  replies: {
    withdrawn: {
      en: 'We put them back on the electoral register, and their services go on.',
      cy: 'Rydym wedi eu rhoi yn ôl ar y gofrestr etholiadol, ac mae eu gwasanaethau’n parhau.',
    },
  },
}

/** What a council that takes Council Tax and keeps the electoral register is told beside moves. */
export function residentAgreements(council: string): SampleAgreement[] {
  const own = [name, householdAgreement, leaving, death].map((agreement) => ofBody(council, agreement))
  return [...own, contactDetailsAgreement(council, { matching })]
}
