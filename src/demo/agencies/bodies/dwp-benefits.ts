import { always, checking, done, needs, noRecord, slowly, when } from '../answers.ts'
import type { Answer, Look, SampleAgreement } from '../body.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, powers } from './powers.ts'

const matching = ['national_insurance_number', ...BY_NAME]

const look: Look = {
  name: 'Check what a change means for benefits',
  accessType: 'consult',
  unit: 'Leeds benefit centre',
  system: 'Customer Information System',
  actor: { kind: 'officer', role: 'Benefits officer' },
  dataCategories: ['name', 'birth-date', 'address', 'household'],
}

const noBenefit: Answer = noRecord(
  'We have no benefit or pension for you. If you get one, tell us your National Insurance number.',
  'Nid oes gennym fudd-dal na phensiwn ar eich cyfer. Os ydych yn cael un, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
)

const anOfficerChecks = checking(
  'One of our officers is checking whether this changes what you get.',
  'Mae un o’n swyddogion yn gwirio a yw hyn yn newid yr hyn a gewch.',
)

export const benefitAgreements: SampleAgreement[] = [
  {
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
    ...powers.claimsAndPayments,
    choice: 'required',
    matching: ['national_insurance_number', 'names', 'birth_date', 'old_address'],
    usualDays: 7,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with', 'contact'],
        answers: [
          noBenefit,
          always(
            checking(
              'One of our officers is checking whether your move changes what you get.',
              'Mae un o’n swyddogion yn gwirio a yw eich symud yn newid yr hyn a gewch.',
            ),
            slowly(
              done(
                'We changed your address. What you get stays the same.',
                'Rydym wedi newid eich cyfeiriad. Mae’r hyn a gewch yn aros yr un fath.',
              ),
            ),
          ),
        ],
      },
    ],
    look: { ...look, name: 'Check what a move changes' },
  },
  {
    id: 'dwp-name',
    purpose: {
      en: 'Pay you benefits or State Pension in your new name',
      cy: 'Talu budd-daliadau neu Bensiwn y Wladwriaeth i chi yn eich enw newydd',
    },
    effect: {
      en: 'It will change your name, and ask for the document that shows it if you gave no reference.',
      cy: 'Bydd yn newid eich enw, ac yn gofyn am y ddogfen sy’n ei ddangos os na roesoch gyfeirnod.',
    },
    // The reason can show that somebody's gender has changed.
    legalBasis: '6(1)(e), 9(2)(b)',
    ...powers.claimsAndPayments,
    choice: 'required',
    matching,
    usualDays: 10,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date', 'reason', 'evidence_reference'],
        answers: [
          noBenefit,
          always(
            done(
              'We changed your name. Your payments go on as before.',
              'Rydym wedi newid eich enw. Mae eich taliadau’n parhau fel o’r blaen.',
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'dwp-circumstances',
    purpose: {
      en: 'Pay you the right benefits when your family or your work changes',
      cy: 'Talu’r budd-daliadau cywir i chi pan fydd eich teulu neu’ch gwaith yn newid',
    },
    effect: {
      en: 'It will check whether you should get more or less, and write to you before anything changes.',
      cy: 'Bydd yn gwirio a ddylech gael mwy neu lai, ac yn ysgrifennu atoch cyn i unrhyw beth newid.',
    },
    legalBasis: '6(1)(e)',
    ...powers.universalCredit,
    choice: 'required',
    matching,
    usualDays: 14,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'birth',
        fields: ['child_names', 'child_birth_date', 'registration_reference', 'other_parent'],
        answers: [
          noBenefit,
          always(
            anOfficerChecks,
            slowly(
              done(
                'We added your child to your claim. The change shows in your next payment.',
                'Rydym wedi ychwanegu eich plentyn at eich hawliad. Bydd y newid i’w weld yn eich taliad nesaf.',
              ),
            ),
          ),
        ],
      },
      {
        type: 'marriage',
        fields: ['kind', 'ceremony_date', 'registration_reference', 'partner'],
        answers: [
          noBenefit,
          // Somebody who is at risk tells nothing of a partner: nobody asks again in writing.
          when(
            'partner-not-told',
            checking(
              'One of our officers will phone you about your claim. We write nothing to anybody else.',
              'Bydd un o’n swyddogion yn eich ffonio am eich hawliad. Nid ydym yn ysgrifennu dim at neb arall.',
            ),
          ),
          always(
            anOfficerChecks,
            needs(
              21,
              'Tell us whether you and your partner live together. Then we know whether you have one claim or two.',
              'Rhowch wybod i ni a ydych chi a’ch partner yn byw gyda’ch gilydd. Yna byddwn yn gwybod a oes gennych un hawliad neu ddau.',
            ),
          ),
        ],
      },
      {
        type: 'separation',
        fields: ['kind', 'separation_date', 'former_partner', 'children_live_with'],
        answers: [
          noBenefit,
          always(
            anOfficerChecks,
            slowly(
              done(
                'You have a claim of your own from the day you separated. Your payment changes next month.',
                'Mae gennych eich hawliad eich hun o’r diwrnod y gwnaethoch wahanu. Bydd eich taliad yn newid y mis nesaf.',
              ),
            ),
          ),
        ],
      },
      {
        type: 'work',
        fields: ['kind', 'change_date', 'employers', 'hours_band', 'pay_band'],
        answers: [
          noBenefit,
          always(
            anOfficerChecks,
            slowly(
              done(
                'We noted your work and your pay. Your next payment takes it into account.',
                'Rydym wedi nodi eich gwaith a’ch cyflog. Bydd eich taliad nesaf yn ystyried hynny.',
              ),
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We noted it. Your next payment takes it into account.',
        cy: 'Diolch. Rydym wedi ei nodi. Bydd eich taliad nesaf yn ystyried hynny.',
      },
    },
    look: { ...look, activity: 'benefit-payments' },
  },
  {
    id: 'dwp-leaving-or-returning',
    purpose: {
      en: 'Pay you only what you can get in the country where you live',
      cy: 'Talu i chi dim ond yr hyn y gallwch ei gael yn y wlad lle rydych yn byw',
    },
    effect: {
      en: 'It will check which benefits go on. Some stop on the day you leave. State Pension goes on.',
      cy: 'Bydd yn gwirio pa fudd-daliadau sy’n parhau. Mae rhai’n stopio ar y diwrnod y byddwch yn gadael. Mae Pensiwn y Wladwriaeth yn parhau.',
    },
    legalBasis: '6(1)(e)',
    ...powers.benefitsAbroad,
    choice: 'required',
    matching,
    usualDays: 14,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'leaving-or-returning',
        fields: ['kind', 'travel_date', 'country', 'plans_to_return', 'expected_return', 'forwarding_address'],
        answers: [
          noBenefit,
          when(
            'leaving',
            anOfficerChecks,
            slowly(
              done(
                'Benefits that you can only get here stop on the day you leave. State Pension goes on.',
                'Mae budd-daliadau y gallwch eu cael yma yn unig yn stopio ar y diwrnod y byddwch yn gadael. Mae Pensiwn y Wladwriaeth yn parhau.',
              ),
            ),
          ),
          always(
            done(
              'We noted that you live here again. Claim again what you got before.',
              'Rydym wedi nodi eich bod yn byw yma eto. Hawliwch eto’r hyn yr oeddech yn ei gael o’r blaen.',
            ),
          ),
        ],
      },
    ],
  },
  contactDetailsAgreement('dwp', { matching, minimumAge: 16 }),
]
