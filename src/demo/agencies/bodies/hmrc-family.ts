import { always, done, needs, noRecord, quickly, when, withOffer } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME, powers } from './powers.ts'

const matching = ['national_insurance_number', ...BY_NAME]

export const familyAgreements: SampleAgreement[] = [
  {
    id: 'hmrc-child-benefit',
    purpose: {
      en: 'Offer you Child Benefit without a form',
      cy: 'Cynnig Budd-dal Plant i chi heb ffurflen',
    },
    effect: {
      en: 'It will find out whether Child Benefit is due. If it is, you only have to say yes.',
      cy: 'Bydd yn canfod a yw Budd-dal Plant yn ddyledus. Os yw, dim ond dweud iawn sydd ei angen.',
    },
    legalBasis: '6(1)(e)',
    ...powers.childBenefit,
    choice: 'optional',
    matching,
    usualDays: 10,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'birth',
        fields: ['child_names', 'child_birth_date', 'registration_reference', 'claiming_child_benefit'],
        answers: [
          when(
            'somebody-else-claims',
            quickly(
              done(
                'We noted the birth. The other parent claims, so you do not have to do anything.',
                'Rydym wedi nodi’r enedigaeth. Mae’r rhiant arall yn hawlio, felly nid oes rhaid i chi wneud dim byd.',
              ),
            ),
          ),
          when(
            'nobody-claims',
            quickly(
              done(
                'We noted the birth. Nobody claims. You can change your mind within 3 months and lose nothing.',
                'Rydym wedi nodi’r enedigaeth. Nid oes neb yn hawlio. Gallwch newid eich meddwl o fewn 3 mis heb golli dim.',
              ),
            ),
          ),
          when(
            'not-in-our-files',
            needs(
              28,
              'We could not find you. Tell us your National Insurance number, and we set up Child Benefit.',
              'Ni allem ddod o hyd i chi. Rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol, a byddwn yn trefnu Budd-dal Plant.',
            ),
          ),
          when(
            'child-benefit-is-due',
            withOffer(
              done('Child Benefit is due for your child.', 'Mae Budd-dal Plant yn ddyledus ar gyfer eich plentyn.'),
              {
                title: { en: 'Child Benefit for your child', cy: 'Budd-dal Plant ar gyfer eich plentyn' },
                text: {
                  en: 'You do not need to apply. Say yes, and we pay it every 4 weeks into the account that we have for you.',
                  cy: 'Nid oes angen i chi wneud cais. Dywedwch iawn, a byddwn yn ei dalu bob 4 wythnos i’r cyfrif sydd gennym ar eich cyfer.',
                },
                action: 'accept',
              },
            ),
          ),
          always(
            quickly(
              done(
                'We noted the birth. Child Benefit is not due, because you do not live in the UK.',
                'Rydym wedi nodi’r enedigaeth. Nid yw Budd-dal Plant yn ddyledus, oherwydd nid ydych yn byw yn y DU.',
              ),
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We found you, and Child Benefit is set up.',
        cy: 'Diolch. Rydym wedi dod o hyd i chi, ac mae Budd-dal Plant wedi’i drefnu.',
      },
      accepted: {
        en: 'Child Benefit is set up. The first payment comes within 4 weeks.',
        cy: 'Mae Budd-dal Plant wedi’i drefnu. Daw’r taliad cyntaf o fewn 4 wythnos.',
      },
      declined: {
        en: 'We do not pay Child Benefit for this child. You can still claim later.',
        cy: 'Nid ydym yn talu Budd-dal Plant ar gyfer y plentyn hwn. Gallwch hawlio’n ddiweddarach o hyd.',
      },
    },
  },
  {
    id: 'hmrc-marriage',
    purpose: {
      en: 'Find out whether Marriage Allowance makes your tax less',
      cy: 'Canfod a yw’r Lwfans Priodasol yn gwneud eich treth yn llai',
    },
    effect: {
      en: 'It will note your marriage or civil partnership, and offer you Marriage Allowance if it helps you.',
      cy: 'Bydd yn nodi eich priodas neu bartneriaeth sifil, ac yn cynnig y Lwfans Priodasol i chi os yw’n eich helpu.',
    },
    legalBasis: '6(1)(e)',
    ...powers.marriageAllowance,
    choice: 'optional',
    matching,
    usualDays: 10,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'marriage',
        fields: ['kind', 'ceremony_date', 'partner'],
        answers: [
          noRecord('We have no tax record for you.', 'Nid oes gennym gofnod treth ar eich cyfer.'),
          when(
            'marriage-allowance-is-due',
            withOffer(
              done(
                'We noted your marriage or civil partnership.',
                'Rydym wedi nodi eich priodas neu’ch partneriaeth sifil.',
              ),
              {
                title: { en: 'Marriage Allowance', cy: 'Lwfans Priodasol' },
                text: {
                  en: 'You earn less than your Personal Allowance. Say yes, and your partner pays up to £252 less tax a year. You do not need to apply.',
                  cy: 'Rydych yn ennill llai na’ch Lwfans Personol. Dywedwch iawn, a bydd eich partner yn talu hyd at £252 yn llai o dreth y flwyddyn. Nid oes angen i chi wneud cais.',
                },
                action: 'accept',
              },
            ),
          ),
          always(
            quickly(
              done(
                'We noted your marriage or civil partnership. Your tax stays the same.',
                'Rydym wedi nodi eich priodas neu’ch partneriaeth sifil. Mae eich treth yn aros yr un fath.',
              ),
            ),
          ),
        ],
      },
    ],
    replies: {
      accepted: {
        en: 'Marriage Allowance is set up. You both get a new tax code.',
        cy: 'Mae’r Lwfans Priodasol wedi’i drefnu. Bydd y ddau ohonoch yn cael cod treth newydd.',
      },
      declined: {
        en: 'We leave your tax as it is. You can still ask for Marriage Allowance later.',
        cy: 'Rydym yn gadael eich treth fel y mae. Gallwch ofyn am y Lwfans Priodasol yn ddiweddarach o hyd.',
      },
    },
  },
  {
    id: 'hmrc-separation',
    purpose: {
      en: 'End what no longer applies, such as Marriage Allowance',
      cy: 'Dod â’r hyn nad yw’n berthnasol mwyach i ben, fel y Lwfans Priodasol',
    },
    effect: {
      en: 'It will end Marriage Allowance if you have it. It will not tell your former partner that you told us.',
      cy: 'Bydd yn dod â’r Lwfans Priodasol i ben os yw gennych. Ni fydd yn dweud wrth eich cyn-bartner eich bod wedi dweud wrthym.',
    },
    legalBasis: '6(1)(e)',
    ...powers.marriageAllowance,
    choice: 'required',
    matching,
    usualDays: 10,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'separation',
        fields: ['kind', 'separation_date'],
        answers: [
          noRecord('We have no tax record for you.', 'Nid oes gennym gofnod treth ar eich cyfer.'),
          when(
            'had-marriage-allowance',
            done(
              'We ended Marriage Allowance. You get a new tax code by post.',
              'Rydym wedi dod â’r Lwfans Priodasol i ben. Byddwch yn cael cod treth newydd drwy’r post.',
            ),
          ),
          always(
            quickly(
              done('We noted it. Your tax stays the same.', 'Rydym wedi ei nodi. Mae eich treth yn aros yr un fath.'),
            ),
          ),
        ],
      },
    ],
  },
]
