import { always, checking, done, noRecord, when } from '../answers.ts'
import type { Body, SampleAgreement } from '../body.ts'
import { amira, grace, holding, kofi, withNumbers } from '../people.ts'
import { careAgreements } from './council-care.ts'
import { residentAgreements } from './council-residents.ts'
import { schoolMealsAgreement } from './council-schools.ts'
import { powers } from './powers.ts'

const ID = 'leeds-city-council'

const address: SampleAgreement = {
  id: `${ID}-address`,
  purpose: {
    en: 'Charge the right Council Tax and keep the electoral register right',
    cy: 'Codi’r Dreth Gyngor gywir a chadw’r gofrestr etholiadol yn gywir',
  },
  effect: {
    en: 'It will open, move or close your Council Tax account, and ask you to register to vote if you move in.',
    cy: 'Bydd yn agor, yn symud neu’n cau eich cyfrif Treth Gyngor, ac yn gofyn i chi gofrestru i bleidleisio os ydych yn symud i mewn.',
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
      fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with'],
      answers: [
        when(
          'new-here-and-moving-in',
          checking(
            'We are opening a Council Tax account for your new home.',
            'Rydym yn agor cyfrif Treth Gyngor ar gyfer eich cartref newydd.',
          ),
          done(
            'We opened your Council Tax account. Your first bill will arrive by post. Register to vote at your new home.',
            'Rydym wedi agor eich cyfrif Treth Gyngor. Bydd eich bil cyntaf yn cyrraedd drwy’r post. Cofrestrwch i bleidleisio yn eich cartref newydd.',
          ),
        ),
        noRecord(
          'We have no Council Tax account in your name. If somebody else pays for your home, there is nothing to do.',
          'Nid oes gennym gyfrif Treth Gyngor yn eich enw chi. Os yw rhywun arall yn talu am eich cartref, nid oes dim i’w wneud.',
        ),
        when(
          'moving-in',
          done(
            'We moved your Council Tax account to your new home. Register to vote there.',
            'Rydym wedi symud eich cyfrif Treth Gyngor i’ch cartref newydd. Cofrestrwch i bleidleisio yno.',
          ),
        ),
        always(
          done(
            'We closed your Council Tax account from the day you moved. Your last bill will go to your new address.',
            'Rydym wedi cau eich cyfrif Treth Gyngor o’r diwrnod y gwnaethoch symud. Bydd eich bil olaf yn mynd i’ch cyfeiriad newydd.',
          ),
        ),
      ],
    },
  ],
  look: {
    name: 'Work out a Council Tax bill',
    accessType: 'consult',
    unit: 'Revenues and benefits',
    system: 'Council Tax accounts',
    actor: { kind: 'officer', role: 'Council Tax officer' },
    dataCategories: ['name', 'address', 'dates', 'household'],
  },
}

export const leedsCityCouncil: Body = {
  id: ID,
  name: { en: 'Leeds City Council', cy: 'Cyngor Dinas Leeds' },
  cluster: 'human-services',
  kind: 'council',
  contact: {
    url: 'https://www.leeds.gov.uk/contact-us',
    phone: '0113 222 4444',
    post: 'Leeds City Council, Civic Hall, Calverley Street, Leeds, LS1 1UR',
    in_person: { en: 'At any community hub in Leeds', cy: 'Mewn unrhyw hyb cymunedol yn Leeds' },
  },
  areas: ['E08000035'],
  // West Yorkshire Combined Authority.
  region: 'E47000003',
  takesCare: true,
  subscriptions: [
    {
      path: 'residents',
      agreements: [address, ...residentAgreements(ID)],
      people: () => [
        withNumbers(amira, { council_tax_account: '7701234' }),
        withNumbers(grace, { council_tax_account: '7705678' }),
      ],
    },
    {
      path: 'care',
      agreements: careAgreements(ID, powers.careAct),
      people: () => [amira, holding(grace, 'blue-badge')],
    },
    { path: 'schools', agreements: [schoolMealsAgreement(ID)], people: (today) => [amira, grace, kofi(today)] },
  ],
}
