import { always, checking, done, needs, noRecord, quickly, refused, slowly, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME, powers } from './powers.ts'

const matching = ['national_insurance_number', ...BY_NAME]

export const healthAndCareAgreements: SampleAgreement[] = [
  {
    id: 'dwp-carers',
    purpose: { en: 'Pay Carer’s Allowance to the right people', cy: 'Talu Lwfans Gofalwr i’r bobl gywir' },
    effect: {
      en: 'It will check whether Carer’s Allowance starts or ends. What the person you care for gets may change too.',
      cy: 'Bydd yn gwirio a yw Lwfans Gofalwr yn dechrau neu’n dod i ben. Gall yr hyn y mae’r person rydych yn gofalu amdano’n ei gael newid hefyd.',
    },
    legalBasis: '6(1)(e), 9(2)(b)',
    ...powers.carersAllowance,
    choice: 'required',
    matching,
    usualDays: 21,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'caring',
        fields: ['kind', 'change_date', 'hours_band', 'cared_for', 'cared_for_consented_at', 'gets_benefit'],
        answers: [
          when(
            'caring-stopped',
            quickly(
              done(
                'Carer’s Allowance, if you had it, ends on the day that you stopped caring.',
                'Mae Lwfans Gofalwr, os oedd gennych, yn dod i ben ar y diwrnod y gwnaethoch roi’r gorau i ofalu.',
              ),
            ),
          ),
          when(
            'caring-under-35-hours',
            refused(
              'Carer’s Allowance is for people who care for 35 hours a week or more. With 20 hours you can apply for Carer’s Credit.',
              'We cannot pay Carer’s Allowance for under 35 hours a week. You can apply for Carer’s Credit.',
              'Ni allwn dalu Lwfans Gofalwr am lai na 35 awr yr wythnos. Gallwch wneud cais am Gredyd Gofalwr.',
            ),
          ),
          when(
            'benefit-of-cared-for-not-said',
            needs(
              28,
              'Tell us which disability benefit the person that you care for gets. Ask them first.',
              'Rhowch wybod i ni pa fudd-dal anabledd y mae’r person rydych yn gofalu amdano’n ei gael. Gofynnwch iddynt yn gyntaf.',
            ),
          ),
          when(
            'cared-for-gets-no-benefit',
            refused(
              'Carer’s Allowance can be paid only when the person you care for gets a disability benefit. They can apply for one.',
              'We cannot pay Carer’s Allowance while the person you care for gets no disability benefit.',
              'Ni allwn dalu Lwfans Gofalwr tra nad yw’r person rydych yn gofalu amdano’n cael budd-dal anabledd.',
            ),
          ),
          always(
            checking(
              'One of our officers is checking whether Carer’s Allowance is due.',
              'Mae un o’n swyddogion yn gwirio a yw Lwfans Gofalwr yn ddyledus.',
            ),
            slowly(
              done(
                'We noted that you care for somebody. Carer’s Allowance can be paid: claim it on GOV.UK.',
                'Rydym wedi nodi eich bod yn gofalu am rywun. Gellir talu Lwfans Gofalwr: hawliwch ef ar GOV.UK.',
              ),
            ),
          ),
        ],
      },
    ],
    look: {
      name: 'Check whether Carer’s Allowance is due',
      activity: 'benefit-payments',
      accessType: 'consult',
      unit: 'Carer’s Allowance Unit',
      system: 'Carer’s Allowance system',
      actor: { kind: 'officer', role: 'Benefits officer' },
      dataCategories: ['name', 'birth-date', 'caring', 'benefits'],
    },
  },
  {
    id: 'dwp-health',
    purpose: {
      en: 'Look again at Personal Independence Payment when your health changes',
      cy: 'Edrych eto ar Daliad Annibyniaeth Personol pan fydd eich iechyd yn newid',
    },
    effect: {
      en: 'It will look at your payment again. It can go up, stay the same or go down. It will not start a claim.',
      cy: 'Bydd yn edrych ar eich taliad eto. Gall godi, aros yr un fath neu ostwng. Ni fydd yn dechrau hawliad.',
    },
    legalBasis: '6(1)(e), 9(2)(a)',
    ...powers.independencePayment,
    choice: 'optional',
    matching,
    usualDays: 60,
    minimumAge: 16,
    reviewOn: '2028-03-31',
    events: [
      {
        type: 'health',
        fields: ['conditions', 'condition_since', 'affects_daily_life', 'affects_mobility'],
        answers: [
          noRecord(
            'You do not get Personal Independence Payment. If your condition makes life harder, you can claim it.',
            'Nid ydych yn cael Taliad Annibyniaeth Personol. Os yw eich cyflwr yn gwneud bywyd yn anoddach, gallwch ei hawlio.',
          ),
          when(
            'effect-not-said',
            needs(
              28,
              'Tell us what your condition makes harder, such as washing, cooking or walking.',
              'Rhowch wybod i ni beth mae eich cyflwr yn ei wneud yn anoddach, fel ymolchi, coginio neu gerdded.',
            ),
          ),
          always(
            checking('We are looking at your payment again.', 'Rydym yn edrych ar eich taliad eto.'),
            slowly(done('Your payment stays the same for now.', 'Mae eich taliad yn aros yr un fath am y tro.')),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We looked at your payment again. It stays the same for now.',
        cy: 'Diolch. Rydym wedi edrych ar eich taliad eto. Mae’n aros yr un fath am y tro.',
      },
    },
    look: {
      name: 'Look at Personal Independence Payment again',
      activity: 'benefit-payments',
      accessType: 'consult',
      unit: 'Disability Services',
      system: 'PIP Computer System',
      actor: { kind: 'officer', role: 'Case manager' },
      dataCategories: ['name', 'birth-date', 'health', 'benefits'],
    },
  },
]
