import { always, checking, done, needs, noRecord, ofBody, slowly, when } from '../answers.ts'
import type { Answer, Body, InBoth, SampleAgreement } from '../body.ts'
import { arthur, holding, llyr, margaret, nia } from '../people.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

// Only the citizen knows who has such a pension, so each is theirs to choose.

const matching = ['national_insurance_number', ...BY_NAME]

const noPension: Answer = noRecord(
  'We have no pension in this name. You do not need to do anything.',
  'Nid oes gennym bensiwn yn yr enw hwn. Nid oes angen i chi wneud dim byd.',
)

interface Scheme {
  id: string
  /** By which its own pensions are told from others. */
  code: string
  /** As it stands in a sentence: "the NHS Pension". */
  pension: InBoth
  law: typeof powers.publicPensions
}

const deathAnswers: Answer[] = [
  noPension,
  when(
    'partner-survives',
    needs(
      42,
      'Tell us the date on which they married or formed a civil partnership. Then we can pay a pension to the partner.',
      'Rhowch wybod i ni beth yw’r dyddiad y gwnaethant briodi neu ffurfio partneriaeth sifil. Yna gallwn dalu pensiwn i’r partner.',
    ),
  ),
  always(
    checking(
      'We stopped the pension, and are working out what is due.',
      'Rydym wedi stopio’r pensiwn, ac yn cyfrifo’r hyn sy’n ddyledus.',
    ),
    slowly(
      done(
        'We stopped the pension. We will write to the person who deals with the estate.',
        'Rydym wedi stopio’r pensiwn. Byddwn yn ysgrifennu at y person sy’n delio â’r ystad.',
      ),
    ),
  ),
]

const deathReplies: NonNullable<SampleAgreement['replies']> = {
  answered: {
    en: 'Thank you. We stopped the pension, and pay the partner from the next month on.',
    cy: 'Diolch. Rydym wedi stopio’r pensiwn, ac yn talu’r partner o’r mis nesaf ymlaen.',
  },
  withdrawn: {
    en: 'We took the death off the record. The pension is paid again from today, with what was missed.',
    cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Mae’r pensiwn yn cael ei dalu eto o heddiw, gyda’r hyn a gollwyd.',
  },
}

const death = (scheme: string): Omit<SampleAgreement, 'purpose'> => ({
  id: 'death',
  effect: {
    en: 'It will stop the pension from the day of death, and work out a pension for the partner.',
    cy: 'Bydd yn stopio’r pensiwn o ddiwrnod y farwolaeth, ac yn cyfrifo pensiwn i’r partner.',
  },
  legalBasis: '6(1)(e)',
  ...powers.publicPensions,
  choice: 'optional',
  irreversible: true,
  matching: ['deceased_national_insurance_number', ...BY_NAME_OF_THE_DEAD],
  usualDays: 20,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'death',
      fields: ['death_date', `deceased_pensions_${scheme}`, 'executor', 'surviving_partner', 'next_of_kin'],
      answers: deathAnswers,
    },
  ],
  replies: deathReplies,
})

const partner: Omit<SampleAgreement, 'purpose'> = {
  id: 'partner',
  effect: {
    en: 'It will note that you married or that a marriage ended. Your pension stays the same for now.',
    cy: 'Bydd yn nodi eich bod wedi priodi neu fod priodas wedi dod i ben. Mae eich pensiwn yn aros yr un fath am y tro.',
  },
  legalBasis: '6(1)(e)',
  ...powers.publicPensions,
  choice: 'optional',
  matching,
  usualDays: 20,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'marriage',
      fields: ['kind', 'ceremony_date', 'ceremony_place', 'registration_reference', 'partner'],
      answers: [
        noPension,
        always(
          done(
            'We noted your marriage or civil partnership.',
            'Rydym wedi nodi eich priodas neu’ch partneriaeth sifil.',
          ),
        ),
      ],
    },
    {
      type: 'separation',
      fields: ['kind', 'separation_date', 'order_reference'],
      answers: [
        noPension,
        always(
          done(
            'We noted it. If a court shares your pension, send us the pension sharing order.',
            'Rydym wedi ei nodi. Os bydd llys yn rhannu eich pensiwn, anfonwch y gorchymyn rhannu pensiwn atom.',
          ),
        ),
      ],
    },
  ],
}

function deathAgreement({ id, code, pension, law }: Scheme): SampleAgreement {
  const purpose = {
    en: `Stop ${pension.en} of the person who died, and pay their family what is due. Say yes only if they had it`,
    cy: `Stopio ${pension.cy} y person a fu farw, a thalu’r hyn sy’n ddyledus i’w teulu. Dywedwch iawn dim ond os oedd ganddynt`,
  }
  return ofBody(id, { ...death(code), ...law, purpose })
}

function partnerAgreement({ id, pension, law }: Scheme): SampleAgreement {
  const purpose = {
    en: `Know who has a right to a part of ${pension.en}. Say yes only if you have it`,
    cy: `Gwybod pwy sydd â hawl i ran o ${pension.cy}. Dywedwch iawn dim ond os yw gennych`,
  }
  return ofBody(id, { ...partner, ...law, purpose })
}

const nhs: Scheme = {
  id: 'nhs-pensions',
  code: 'nhs',
  pension: { en: 'the NHS Pension', cy: 'Bensiwn y GIG' },
  law: powers.publicPensions,
}

const civilService: Scheme = {
  id: 'civil-service-pensions',
  code: 'civil_service',
  pension: { en: 'the Civil Service Pension', cy: 'Bensiwn y Gwasanaeth Sifil' },
  law: powers.publicPensions,
}

const forces: Scheme = {
  id: 'veterans-uk',
  code: 'armed_forces',
  pension: { en: 'the Armed Forces Pension or war pension', cy: 'Bensiwn y Lluoedd Arfog neu bensiwn rhyfel' },
  law: powers.forcesPensions,
}

const contactDetails = ({ id }: Scheme) => contactDetailsAgreement(id, { matching, minimumAge: 18 })

export const nhsPensions: Body = {
  id: nhs.id,
  name: { en: 'NHS Pensions', cy: 'Pensiynau’r GIG' },
  cluster: 'health-and-social-care',
  kind: 'arms-length-body',
  contact: {
    url: 'https://www.nhsbsa.nhs.uk/nhs-pensions',
    phone: '0300 330 1346',
    post: 'NHS Pensions, PO Box 2269, Bolton, BL6 9JS',
  },
  subscriptions: [
    {
      path: 'members',
      agreements: [deathAgreement(nhs), partnerAgreement(nhs), contactDetails(nhs)],
      people: () => [holding(margaret, 'pension'), nia],
    },
  ],
}

export const civilServicePensions: Body = {
  id: civilService.id,
  name: { en: 'Civil Service Pensions', cy: 'Pensiynau’r Gwasanaeth Sifil' },
  cluster: 'human-services',
  kind: 'arms-length-body',
  contact: { url: 'https://www.civilservicepensionscheme.org.uk/contact-us/' },
  subscriptions: [
    {
      path: 'members',
      agreements: [deathAgreement(civilService), partnerAgreement(civilService), contactDetails(civilService)],
      people: () => [llyr],
    },
  ],
}

export const veteransUk: Body = {
  id: forces.id,
  name: { en: 'Veterans UK', cy: 'Veterans UK' },
  cluster: 'human-services',
  kind: 'executive-agency',
  contact: {
    url: 'https://www.gov.uk/government/organisations/veterans-uk',
    phone: '0808 1914 218',
    email: 'veterans-uk@mod.gov.uk',
    post: 'Veterans UK, Norcross, Thornton Cleveleys, FY5 3WP',
  },
  subscriptions: [
    {
      path: 'pensions',
      polls: true,
      agreements: [deathAgreement(forces), contactDetails(forces)],
      people: () => [arthur],
    },
  ],
}
