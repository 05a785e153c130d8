import { always, done, needs, ofBody, quickly, when, withOffer } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME, powers } from './powers.ts'

const schoolMeals: SampleAgreement = {
  id: 'school-meals',
  purpose: {
    en: 'Give your children free school meals without a form',
    cy: 'Rhoi prydau ysgol am ddim i’ch plant heb ffurflen',
  },
  effect: {
    en: 'It will find out whether free school meals are due. If so, your child is enrolled unless you say no.',
    cy: 'Bydd yn canfod a yw prydau ysgol am ddim yn ddyledus. Os felly, mae eich plentyn wedi’i gofrestru oni bai eich bod yn dweud na.',
  },
  legalBasis: '6(1)(e)',
  ...powers.schoolMeals,
  choice: 'optional',
  matching: BY_NAME,
  usualDays: 10,
  minimumAge: 16,
  reviewOn: '2028-08-31',
  events: [
    {
      type: 'work',
      fields: ['kind', 'change_date', 'pay_band', 'income_change', 'children_at_school'],
      answers: [
        when(
          'school-not-said',
          needs(
            28,
            'Tell us which school your child goes to.',
            'Rhowch wybod i ni i ba ysgol y mae eich plentyn yn mynd.',
          ),
        ),
        when(
          'school-meals-are-due',
          withOffer(
            done(
              'Your child is enrolled for free school meals.',
              'Mae eich plentyn wedi’i gofrestru ar gyfer prydau ysgol am ddim.',
            ),
            {
              title: { en: 'Free school meals', cy: 'Prydau ysgol am ddim' },
              text: {
                en: 'Your child is enrolled and eats free from next Monday. The school does not show who pays. You can opt out here.',
                cy: 'Mae eich plentyn wedi’i gofrestru ac yn bwyta am ddim o ddydd Llun nesaf. Nid yw’r ysgol yn dangos pwy sy’n talu. Gallwch optio allan yma.',
              },
              action: 'opt_out',
            },
          ),
        ),
        always(
          quickly(
            done(
              'Free school meals are not due now. Tell us if your income falls, or a child starts school.',
              'Nid yw prydau ysgol am ddim yn ddyledus nawr. Rhowch wybod i ni os bydd eich incwm yn gostwng, neu os bydd plentyn yn dechrau’r ysgol.',
            ),
          ),
        ),
      ],
    },
  ],
  replies: {
    answered: {
      en: 'Thank you. Your child is enrolled for free school meals at that school.',
      cy: 'Diolch. Mae eich plentyn wedi’i gofrestru ar gyfer prydau ysgol am ddim yn yr ysgol honno.',
    },
    accepted: {
      en: 'Your child is enrolled for free school meals.',
      cy: 'Mae eich plentyn wedi’i gofrestru ar gyfer prydau ysgol am ddim.',
    },
    declined: {
      en: 'Your child is not enrolled for free school meals any more.',
      cy: 'Nid yw eich plentyn wedi’i gofrestru ar gyfer prydau ysgol am ddim mwyach.',
    },
  },
}

/** Free school meals begin without a form; parents can say no. */
export const schoolMealsAgreement = (council: string) => ofBody(council, schoolMeals)
