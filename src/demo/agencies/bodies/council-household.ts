import { always, checking, done, needs, noRecord, when } from '../answers.ts'
import type { Answer, Look, SampleAgreement } from '../body.ts'
import { BY_NAME, powers } from './powers.ts'

export const matching = ['council_tax_account', ...BY_NAME]

export const noAccount: Answer = noRecord(
  'We have no Council Tax account in your name. If somebody else pays for your home, there is nothing to do.',
  'Nid oes gennym gyfrif Treth Gyngor yn eich enw chi. Os yw rhywun arall yn talu am eich cartref, nid oes dim i’w wneud.',
)

const look: Look = {
  name: 'Work out a Council Tax Reduction',
  activity: 'council-tax-bills',
  accessType: 'consult',
  unit: 'Revenues and benefits',
  system: 'Council Tax accounts',
  actor: { kind: 'officer', role: 'Benefits officer' },
  dataCategories: ['name', 'address', 'dates', 'household'],
}

/** Who lives in a home, and on what, decides what is paid for it. */
export const householdAgreement: SampleAgreement = {
  id: 'council-tax-reduction',
  purpose: {
    en: 'Charge your household the right Council Tax, with every discount and reduction that is due',
    cy: 'Codi’r Dreth Gyngor gywir ar eich cartref, gyda phob disgownt a gostyngiad sy’n ddyledus',
  },
  effect: {
    en: 'It will work out your Council Tax Reduction and discounts again, and send a new bill if they change.',
    cy: 'Bydd yn cyfrifo eich Gostyngiad y Dreth Gyngor a’ch disgowntiau eto, ac yn anfon bil newydd os byddant yn newid.',
  },
  legalBasis: '6(1)(e)',
  ...powers.councilTaxReduction,
  choice: 'required',
  matching,
  usualDays: 21,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'birth',
      fields: ['child_names', 'child_birth_date'],
      answers: [
        noAccount,
        always(
          done(
            'We noted that your household has grown. Your Council Tax stays the same.',
            'Rydym wedi nodi bod eich cartref wedi tyfu. Mae eich Treth Gyngor yn aros yr un fath.',
          ),
        ),
      ],
    },
    {
      type: 'marriage',
      fields: ['kind', 'ceremony_date', 'partner'],
      answers: [
        noAccount,
        // Somebody who is at risk tells nothing of a partner: nobody asks.
        when('partner-not-told', done('We noted it.', 'Rydym wedi ei nodi.')),
        always(
          needs(
            21,
            'Tell us whether your partner lives with you. If so, a single person discount ends.',
            'Rhowch wybod i ni a yw eich partner yn byw gyda chi. Os felly, daw disgownt person sengl i ben.',
          ),
        ),
      ],
    },
    {
      type: 'separation',
      fields: ['kind', 'separation_date', 'children_live_with'],
      answers: [
        noAccount,
        always(
          done(
            'We took a quarter off your Council Tax, because you are the only adult in your home. Tell us if you are not.',
            'Rydym wedi tynnu chwarter oddi ar eich Treth Gyngor, oherwydd chi yw’r unig oedolyn yn eich cartref. Rhowch wybod i ni os nad ydych.',
          ),
        ),
      ],
    },
    {
      type: 'work',
      fields: ['kind', 'change_date', 'hours_band', 'pay_band', 'income_change'],
      answers: [
        noAccount,
        when(
          'pay-not-said',
          needs(
            28,
            'Tell us about how much your household has to live on in a month, before tax.',
            'Rhowch wybod i ni tua faint sydd gan eich cartref i fyw arno mewn mis, cyn treth.',
          ),
        ),
        when(
          'income-fell',
          checking(
            'We are working out your Council Tax Reduction.',
            'Rydym yn cyfrifo eich Gostyngiad y Dreth Gyngor.',
          ),
          done(
            'You pay less Council Tax from the day of the change. A new bill comes by post.',
            'Rydych yn talu llai o Dreth Gyngor o ddiwrnod y newid. Daw bil newydd drwy’r post.',
          ),
        ),
        always(
          done(
            'We noted it. Your Council Tax stays the same.',
            'Rydym wedi ei nodi. Mae eich Treth Gyngor yn aros yr un fath.',
          ),
        ),
      ],
    },
  ],
  replies: {
    answered: {
      en: 'Thank you. We worked out your Council Tax again. A new bill comes by post.',
      cy: 'Diolch. Rydym wedi cyfrifo eich Treth Gyngor eto. Daw bil newydd drwy’r post.',
    },
  },
  look,
}
