import { always, checking, done, needs, noRecord, quickly, slowly, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

const matching = ['national_insurance_number', ...BY_NAME]

export const taxAgreements: SampleAgreement[] = [
  {
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
    ...powers.revenueFunctions,
    choice: 'required',
    matching: ['national_insurance_number', 'names', 'birth_date', 'old_address'],
    usualDays: 5,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date'],
        answers: [
          when('not-in-our-files', {
            after: 'quickly',
            status: 'no_record',
            message: {
              en: 'We have no record for you at your old address. If you pay tax or get Child Benefit, tell us your National Insurance number.',
              cy: 'Nid oes gennym gofnod ar eich cyfer yn eich hen gyfeiriad. Os ydych yn talu treth neu’n cael Budd-dal Plant, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
            },
          }),
          always(
            quickly(
              done(
                'We changed your address. You do not need to do anything else.',
                'Rydym wedi newid eich cyfeiriad. Nid oes angen i chi wneud dim byd arall.',
              ),
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'hmrc-name',
    purpose: {
      en: 'Write to you about tax and Child Benefit in your new name',
      cy: 'Ysgrifennu atoch am dreth a Budd-dal Plant yn eich enw newydd',
    },
    effect: {
      en: 'It will change the name on your personal tax account.',
      cy: 'Bydd yn newid yr enw ar eich cyfrif treth personol.',
    },
    legalBasis: '6(1)(e)',
    ...powers.revenueFunctions,
    choice: 'required',
    matching,
    usualDays: 10,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date'],
        answers: [
          noRecord(
            'We have no record in your old name. If you pay tax, tell us your National Insurance number.',
            'Nid oes gennym gofnod yn eich hen enw. Os ydych yn talu treth, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
          ),
          always(
            quickly(
              done(
                'We changed your name. Your National Insurance number stays the same.',
                'Rydym wedi newid eich enw. Mae eich rhif Yswiriant Gwladol yn aros yr un fath.',
              ),
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'hmrc-work',
    purpose: {
      en: 'Give you the right tax code for the work and income that you have now',
      cy: 'Rhoi’r cod treth cywir i chi ar gyfer y gwaith a’r incwm sydd gennych nawr',
    },
    effect: {
      en: 'It will work out your tax code again, and tell you and your employer if it changes.',
      cy: 'Bydd yn cyfrifo eich cod treth eto, ac yn rhoi gwybod i chi a’ch cyflogwr os bydd yn newid.',
    },
    legalBasis: '6(1)(e)',
    ...powers.payAsYouEarn,
    choice: 'optional',
    matching,
    usualDays: 15,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'work',
        fields: ['kind', 'change_date', 'employers', 'pay_band'],
        answers: [
          noRecord(
            'We could not find your tax record. Tell us your National Insurance number, or give it to your employer.',
            'Ni allem ddod o hyd i’ch cofnod treth. Rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol, neu rhowch ef i’ch cyflogwr.',
          ),
          when(
            'pay-not-said',
            needs(
              30,
              'Tell us about how much you expect to earn from now until 5 April, before tax.',
              'Rhowch wybod i ni tua faint yr ydych yn disgwyl ei ennill o nawr tan 5 Ebrill, cyn treth.',
            ),
          ),
          always(
            checking('We are working out your tax code.', 'Rydym yn cyfrifo eich cod treth.'),
            done(
              'We worked out your tax code again. If it changes, you and your employer get a letter.',
              'Rydym wedi cyfrifo eich cod treth eto. Os bydd yn newid, byddwch chi a’ch cyflogwr yn cael llythyr.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We worked out your tax code with what you told us.',
        cy: 'Diolch. Rydym wedi cyfrifo eich cod treth gyda’r hyn a ddywedoch wrthym.',
      },
    },
  },
  {
    id: 'hmrc-leaving-or-returning',
    purpose: {
      en: 'Work out whether you pay tax here, and from which day',
      cy: 'Canfod a ydych yn talu treth yma, ac o ba ddiwrnod',
    },
    effect: {
      en: 'It will work out where you live for tax, and pay back or ask for what is left over.',
      cy: 'Bydd yn canfod ble rydych yn byw at ddibenion treth, ac yn ad-dalu neu’n gofyn am yr hyn sy’n weddill.',
    },
    legalBasis: '6(1)(e)',
    ...powers.residence,
    choice: 'required',
    matching,
    usualDays: 40,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'leaving-or-returning',
        fields: ['kind', 'travel_date', 'country', 'forwarding_address'],
        answers: [
          noRecord(
            'We have no tax record for you. If you pay tax here, tell us your National Insurance number.',
            'Nid oes gennym gofnod treth ar eich cyfer. Os ydych yn talu treth yma, rhowch wybod i ni beth yw eich rhif Yswiriant Gwladol.',
          ),
          when(
            'leaving',
            checking(
              'We are working out your tax up to the day that you leave.',
              'Rydym yn cyfrifo eich treth hyd at y diwrnod y byddwch yn gadael.',
            ),
            slowly(
              done(
                'We noted that you live abroad. Send form P85 if you want tax back.',
                'Rydym wedi nodi eich bod yn byw dramor. Anfonwch ffurflen P85 os ydych eisiau treth yn ôl.',
              ),
            ),
          ),
          always(
            done(
              'We noted that you live in the UK again, and pay tax here.',
              'Rydym wedi nodi eich bod yn byw yn y DU eto, ac yn talu treth yma.',
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'hmrc-death',
    purpose: {
      en: 'Work out the tax of the person who died, up to that day',
      cy: 'Cyfrifo treth y person a fu farw, hyd at y diwrnod hwnnw',
    },
    effect: {
      en: 'It will close their tax record, and write to the person who deals with the estate.',
      cy: 'Bydd yn cau eu cofnod treth, ac yn ysgrifennu at y person sy’n delio â’r ystad.',
    },
    legalBasis: '6(1)(e)',
    ...powers.estates,
    choice: 'required',
    matching: ['deceased_national_insurance_number', ...BY_NAME_OF_THE_DEAD],
    usualDays: 30,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'death',
        fields: ['death_date', 'executor', 'surviving_partner', 'next_of_kin'],
        answers: [
          noRecord(
            'We could not find this person. Tell us their National Insurance number if you have it.',
            'Ni allem ddod o hyd i’r person hwn. Rhowch wybod i ni beth yw eu rhif Yswiriant Gwladol os yw gennych.',
          ),
          when(
            'nobody-deals-with-estate',
            needs(
              28,
              'Tell us the name and address of the person who deals with the money and belongings of the person who died.',
              'Rhowch wybod i ni beth yw enw a chyfeiriad y person sy’n delio ag arian ac eiddo’r person a fu farw.',
            ),
          ),
          always(
            checking(
              'We are working out the tax up to the day of death.',
              'Rydym yn cyfrifo’r dreth hyd at ddiwrnod y farwolaeth.',
            ),
            done(
              'We closed the tax record. No tax is left to pay.',
              'Rydym wedi cau’r cofnod treth. Nid oes treth ar ôl i’w thalu.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We will write to them, and we closed the tax record.',
        cy: 'Diolch. Byddwn yn ysgrifennu atynt, ac rydym wedi cau’r cofnod treth.',
      },
      withdrawn: {
        en: 'We opened the tax record again, as if nobody had told us of a death.',
        cy: 'Rydym wedi agor y cofnod treth eto, fel pe na bai neb wedi dweud wrthym am farwolaeth.',
      },
    },
  },
  contactDetailsAgreement('hmrc', { matching, minimumAge: 16 }),
]
