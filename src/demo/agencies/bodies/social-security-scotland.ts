import { always, checking, done, needs, noRecord, quickly, slowly, when } from '../answers.ts'
import type { Body, SampleAgreement } from '../body.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

const matching = ['national_insurance_number', ...BY_NAME]

// The 32 councils of Scotland (Office for National Statistics): it serves people who live there.
const scotland = [
  ...['S12000005', 'S12000006', 'S12000008', 'S12000010', 'S12000011', 'S12000013', 'S12000014', 'S12000017'],
  ...['S12000018', 'S12000019', 'S12000020', 'S12000021', 'S12000023', 'S12000026', 'S12000027', 'S12000028'],
  ...['S12000029', 'S12000030', 'S12000033', 'S12000034', 'S12000035', 'S12000036', 'S12000038', 'S12000039'],
  ...['S12000040', 'S12000041', 'S12000042', 'S12000045', 'S12000047', 'S12000048', 'S12000049', 'S12000050'],
]

const carers: SampleAgreement = {
  id: 'social-security-scotland-carers',
  purpose: { en: 'Pay Carer Support Payment to the right people', cy: 'Talu Taliad Cymorth i Ofalwyr i’r bobl gywir' },
  effect: {
    en: 'It will check whether Carer Support Payment ends, or tell you how to apply.',
    cy: 'Bydd yn gwirio a yw’r Taliad Cymorth i Ofalwyr yn dod i ben, neu’n dweud wrthych sut i wneud cais.',
  },
  legalBasis: '6(1)(e), 9(2)(b)',
  ...powers.scottishCarers,
  choice: 'required',
  matching,
  usualDays: 28,
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
              'Carer Support Payment goes on for 8 weeks, if you had it, and then ends.',
              'Mae’r Taliad Cymorth i Ofalwyr yn parhau am 8 wythnos, os oedd gennych, ac yna’n dod i ben.',
            ),
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
        always(
          checking('We are looking at what you told us.', 'Rydym yn edrych ar yr hyn a ddywedoch wrthym.'),
          slowly(
            done(
              'We noted that you care for somebody. Apply for Carer Support Payment on mygov.scot.',
              'Rydym wedi nodi eich bod yn gofalu am rywun. Gwnewch gais am Daliad Cymorth i Ofalwyr ar mygov.scot.',
            ),
          ),
        ),
      ],
    },
  ],
}

const death: SampleAgreement = {
  id: 'social-security-scotland-death',
  purpose: {
    en: 'Stop the Scottish benefits of the person who died',
    cy: 'Stopio budd-daliadau Albanaidd y person a fu farw',
  },
  effect: {
    en: 'It will stop all payments from the day of death.',
    cy: 'Bydd yn stopio pob taliad o ddiwrnod y farwolaeth.',
  },
  legalBasis: '6(1)(e)',
  ...powers.scottishAssistance,
  choice: 'required',
  irreversible: true,
  matching: ['deceased_national_insurance_number', ...BY_NAME_OF_THE_DEAD],
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'death',
      fields: ['death_date', 'deceased_benefits', 'executor', 'next_of_kin'],
      answers: [
        noRecord('We paid nothing to this person.', 'Nid oeddem yn talu dim i’r person hwn.'),
        always(done('We stopped the payments.', 'Rydym wedi stopio’r taliadau.')),
      ],
    },
  ],
  replies: {
    withdrawn: {
      en: 'We took the death off the record. Payments start again today, with what was missed.',
      cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Mae taliadau’n dechrau eto heddiw, gyda’r hyn a gollwyd.',
    },
  },
}

export const socialSecurityScotland: Body = {
  id: 'social-security-scotland',
  name: { en: 'Social Security Scotland', cy: 'Nawdd Cymdeithasol yr Alban' },
  cluster: 'human-services',
  kind: 'executive-agency',
  contact: {
    url: 'https://www.socialsecurity.gov.scot/contact',
    phone: '0800 182 2222',
    relay: '18001 then 0800 182 2222',
    post: 'Social Security Scotland, PO Box 10301, Dundee, DD1 9FW',
  },
  areas: scotland,
  subscriptions: [
    {
      path: 'payments',
      agreements: [carers, death, contactDetailsAgreement('social-security-scotland', { matching, minimumAge: 16 })],
      people: () => [],
    },
  ],
}
