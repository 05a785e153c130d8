import { always, checking, done, needs, noRecord, ofBody, quickly, slowly, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { BY_NAME, BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

const carer: SampleAgreement = {
  id: 'carers',
  purpose: { en: 'Find out what help you need as a carer', cy: 'Canfod pa help sydd ei angen arnoch fel gofalwr' },
  effect: {
    en: 'It will offer you a carer’s assessment. You decide whether to have one.',
    cy: 'Bydd yn cynnig asesiad gofalwr i chi. Chi sy’n penderfynu a ydych am gael un.',
  },
  legalBasis: '6(1)(e), 9(2)(h)',
  ...powers.careAct,
  choice: 'optional',
  matching: BY_NAME,
  usualDays: 28,
  minimumAge: 16,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'caring',
      fields: ['kind', 'change_date', 'hours_band', 'cared_for', 'cared_for_consented_at'],
      answers: [
        when(
          'caring-stopped',
          quickly(
            done(
              'We noted that you no longer care for somebody. Thank you for all that you did.',
              'Rydym wedi nodi nad ydych yn gofalu am rywun mwyach. Diolch am bopeth a wnaethoch.',
            ),
          ),
        ),
        always(
          needs(
            28,
            'Tell us whether you want a carer’s assessment, and when we can phone you.',
            'Rhowch wybod i ni a ydych eisiau asesiad gofalwr, a phryd y gallwn eich ffonio.',
          ),
        ),
      ],
    },
  ],
  replies: {
    answered: {
      en: 'Thank you. A social worker will phone you at that time.',
      cy: 'Diolch. Bydd gweithiwr cymdeithasol yn eich ffonio bryd hynny.',
    },
  },
}

const blueBadge: SampleAgreement = {
  id: 'blue-badge',
  purpose: {
    en: 'Find out whether a Blue Badge for parking can help you',
    cy: 'Canfod a all Bathodyn Glas ar gyfer parcio eich helpu',
  },
  effect: {
    en: 'It will look at a badge that you have, or tell you that you can apply for one.',
    cy: 'Bydd yn edrych ar fathodyn sydd gennych, neu’n dweud wrthych y gallwch wneud cais am un.',
  },
  legalBasis: '6(1)(e), 9(2)(a)',
  ...powers.blueBadge,
  choice: 'optional',
  matching: BY_NAME,
  usualDays: 28,
  minimumAge: 16,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'health',
      fields: ['affects_mobility'],
      answers: [
        when(
          'moves-without-trouble',
          quickly(
            done(
              'A Blue Badge is for people who find it hard to move around. Nothing changes.',
              'Mae Bathodyn Glas ar gyfer pobl sy’n ei chael yn anodd symud o gwmpas. Nid oes dim yn newid.',
            ),
          ),
        ),
        when(
          'has-blue-badge',
          checking('We are looking at your Blue Badge.', 'Rydym yn edrych ar eich Bathodyn Glas.'),
          slowly(
            done(
              'You keep your Blue Badge for 3 more years. You do not need to apply again.',
              'Rydych yn cadw eich Bathodyn Glas am 3 blynedd arall. Nid oes angen i chi wneud cais eto.',
            ),
          ),
        ),
        always(
          done(
            'You can apply for a Blue Badge. We keep what you told us for your application.',
            'Gallwch wneud cais am Fathodyn Glas. Rydym yn cadw’r hyn a ddywedoch wrthym ar gyfer eich cais.',
          ),
        ),
      ],
    },
  ],
}

const countyDeath: SampleAgreement = {
  id: 'death',
  purpose: {
    en: 'End the care, Blue Badge and bus pass of the person who died',
    cy: 'Dod â gofal, Bathodyn Glas a thocyn bws y person a fu farw i ben',
  },
  effect: {
    en: 'It will end their care and cancel their badge and pass.',
    cy: 'Bydd yn dod â’u gofal i ben ac yn canslo eu bathodyn a’u tocyn.',
  },
  legalBasis: '6(1)(e)',
  ...powers.blueBadge,
  choice: 'required',
  matching: BY_NAME_OF_THE_DEAD,
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'death',
      fields: ['death_date', 'deceased_council_services'],
      answers: [
        noRecord(
          'This person had no care, Blue Badge or bus pass from us.',
          'Nid oedd gan y person hwn ofal, Bathodyn Glas na thocyn bws gennym ni.',
        ),
        always(
          done(
            'We ended their care, and cancelled the Blue Badge and the bus pass. You can throw them away.',
            'Rydym wedi dod â’u gofal i ben, ac wedi canslo’r Bathodyn Glas a’r tocyn bws. Gallwch eu taflu.',
          ),
        ),
      ],
    },
  ],
}

/** Adult social care and Blue Badges: in two tiers the county’s work, and a desk of its own everywhere. */
export function careAgreements(council: string, law: typeof powers.careAct): SampleAgreement[] {
  return [{ ...carer, ...law }, blueBadge].map((agreement) => ofBody(council, agreement))
}

/** Of a county: a council of one tier tells its own services. */
export const countyDeathAgreement = (council: string) => ofBody(council, countyDeath)
