import { always, checking, done, noRecord, slowly, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

export const dwpDeath: SampleAgreement = {
  id: 'dwp-death',
  purpose: {
    en: 'Stop the State Pension and benefits of the person who died, and pay what is due to their partner',
    cy: 'Stopio Pensiwn y Wladwriaeth a budd-daliadau’r person a fu farw, a thalu’r hyn sy’n ddyledus i’w partner',
  },
  effect: {
    en: 'It will stop all payments from the day of death, and tell the partner what help there is.',
    cy: 'Bydd yn stopio pob taliad o ddiwrnod y farwolaeth, ac yn dweud wrth y partner pa help sydd ar gael.',
  },
  legalBasis: '6(1)(e), 9(2)(b)',
  ...powers.deathsToldToDwp,
  choice: 'required',
  irreversible: true,
  matching: ['deceased_national_insurance_number', ...BY_NAME_OF_THE_DEAD],
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'death',
      fields: [
        'death_date',
        'names',
        'contact',
        'reporter_relationship',
        'registration_reference',
        'deceased_benefits',
        'place_of_death',
        'executor',
        'surviving_partner',
        'next_of_kin',
        'permission_given_at',
      ],
      answers: [
        noRecord(
          'We paid no benefit or State Pension to this person.',
          'Nid oeddem yn talu budd-dal na Phensiwn y Wladwriaeth i’r person hwn.',
        ),
        when(
          'partner-survives',
          checking(
            'We stopped the payments, and are checking what the partner can get.',
            'Rydym wedi stopio’r taliadau, ac yn gwirio beth y gall y partner ei gael.',
          ),
          slowly(
            done(
              'We stopped the payments. We will write to the partner about Bereavement Support Payment.',
              'Rydym wedi stopio’r taliadau. Byddwn yn ysgrifennu at y partner am Daliad Cymorth Profedigaeth.',
            ),
          ),
        ),
        always(
          done(
            'We stopped the payments. If too much was paid, we will write to the person who deals with the estate.',
            'Rydym wedi stopio’r taliadau. Os talwyd gormod, byddwn yn ysgrifennu at y person sy’n delio â’r ystad.',
          ),
        ),
      ],
    },
  ],
  replies: {
    withdrawn: {
      en: 'We took the death off the record. Payments start again today, with what was missed.',
      cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Mae taliadau’n dechrau eto heddiw, gyda’r hyn a gollwyd.',
    },
  },
  look: {
    name: 'Check what was paid to somebody who died',
    activity: 'benefit-payments',
    accessType: 'consult',
    unit: 'Bereavement Service',
    system: 'Customer Information System',
    actor: { kind: 'officer', role: 'Bereavement officer' },
    dataCategories: ['name', 'birth-date', 'dates', 'benefits'],
  },
}
