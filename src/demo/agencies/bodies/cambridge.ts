import { always, checking, done, noRecord, when } from '../answers.ts'
import type { Body, SampleAgreement } from '../body.ts'
import { arthur, holding, margaret, withNumbers } from '../people.ts'
import { careAgreements, countyDeathAgreement } from './council-care.ts'
import { residentAgreements } from './council-residents.ts'
import { schoolMealsAgreement } from './council-schools.ts'
import { powers } from './powers.ts'

// Two tiers: the city takes Council Tax and keeps the electoral register, the county cares and runs schools. The county
// has no system for this: people there read what comes. How they would decide stands here all the same.

const CITY = 'cambridge-city-council'
const COUNTY = 'cambridgeshire-county-council'
// Cambridgeshire and Peterborough.
const COMBINED_AUTHORITY = 'E47000008'

const cityAddress: SampleAgreement = {
  id: `${CITY}-address`,
  purpose: {
    en: 'Charge the right Council Tax and keep the electoral register right',
    cy: 'Codi’r Dreth Gyngor gywir a chadw’r gofrestr etholiadol yn gywir',
  },
  effect: {
    en: 'It will open, move or close your Council Tax account. It will not tell the county council.',
    cy: 'Bydd yn agor, yn symud neu’n cau eich cyfrif Treth Gyngor. Ni fydd yn dweud wrth y cyngor sir.',
  },
  legalBasis: '6(1)(e)',
  ...powers.councilTax,
  choice: 'required',
  matching: ['council_tax_account', 'names', 'birth_date', 'old_address'],
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'change-of-address',
      fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date'],
      answers: [
        when(
          'new-here-and-moving-in',
          checking('We are opening a Council Tax account for you.', 'Rydym yn agor cyfrif Treth Gyngor i chi.'),
          done(
            'We opened your Council Tax account. Your first bill comes by post. Register to vote at your new home.',
            'Rydym wedi agor eich cyfrif Treth Gyngor. Daw eich bil cyntaf drwy’r post. Cofrestrwch i bleidleisio yn eich cartref newydd.',
          ),
        ),
        noRecord('We have no Council Tax account in your name.', 'Nid oes gennym gyfrif Treth Gyngor yn eich enw chi.'),
        when(
          'moving-in',
          done(
            'We moved your Council Tax account to your new home. Register to vote there.',
            'Rydym wedi symud eich cyfrif Treth Gyngor i’ch cartref newydd. Cofrestrwch i bleidleisio yno.',
          ),
        ),
        always(
          done(
            'We closed your Council Tax account from the day you moved.',
            'Rydym wedi cau eich cyfrif Treth Gyngor o’r diwrnod y gwnaethoch symud.',
          ),
        ),
      ],
    },
  ],
}

const countyAddress: SampleAgreement = {
  id: `${COUNTY}-address`,
  purpose: {
    en: 'Keep your care, Blue Badge or bus pass going when you move',
    cy: 'Cadw eich gofal, Bathodyn Glas neu docyn bws i fynd pan fyddwch yn symud',
  },
  effect: {
    en: 'It will change your address in social care and for your badge or pass, if you have one.',
    cy: 'Bydd yn newid eich cyfeiriad yn y gwasanaeth gofal cymdeithasol ac ar gyfer eich bathodyn neu docyn, os oes gennych un.',
  },
  legalBasis: '6(1)(e)',
  ...powers.blueBadge,
  choice: 'optional',
  matching: ['names', 'birth_date', 'old_address'],
  usualDays: 14,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'change-of-address',
      fields: ['names', 'birth_date', 'new_address', 'move_date'],
      answers: [
        noRecord(
          'You have no care, Blue Badge or bus pass from us. You do not need to do anything.',
          'Nid oes gennych ofal, Bathodyn Glas na thocyn bws gennym ni. Nid oes angen i chi wneud dim byd.',
        ),
        always(done('We changed your address.', 'Rydym wedi newid eich cyfeiriad.')),
      ],
    },
  ],
}

export const cambridgeCityCouncil: Body = {
  id: CITY,
  name: { en: 'Cambridge City Council', cy: 'Cyngor Dinas Caergrawnt' },
  cluster: 'human-services',
  kind: 'council',
  contact: {
    url: 'https://www.cambridge.gov.uk/contact-us',
    phone: '01223 457000',
    post: 'Cambridge City Council, PO Box 700, Cambridge, CB1 0JH',
  },
  areas: ['E07000008'],
  region: COMBINED_AUTHORITY,
  takesCare: true,
  subscriptions: [
    {
      path: 'residents',
      agreements: [cityAddress, ...residentAgreements(CITY)],
      people: () => [withNumbers(margaret, { council_tax_account: '4400123' }), arthur],
    },
  ],
}

export const cambridgeshireCountyCouncil: Body = {
  id: COUNTY,
  name: { en: 'Cambridgeshire County Council', cy: 'Cyngor Sir Caergrawnt' },
  cluster: 'human-services',
  kind: 'council',
  contact: {
    url: 'https://www.cambridgeshire.gov.uk/council/contact-us',
    phone: '0345 045 5200',
    post: 'Cambridgeshire County Council, New Shire Hall, Emery Crescent, Enterprise Campus, Alconbury Weald, PE28 4YE',
  },
  areas: ['E10000003'],
  region: COMBINED_AUTHORITY,
  takesCare: true,
  subscriptions: [
    {
      path: 'care',
      inbox: true,
      agreements: [countyAddress, ...careAgreements(COUNTY, powers.careAct), countyDeathAgreement(COUNTY)],
      people: () => [margaret, holding(arthur, 'blue-badge')],
    },
    { path: 'schools', inbox: true, agreements: [schoolMealsAgreement(COUNTY)], people: () => [margaret] },
  ],
}
