import { always, done, needs, noRecord, when } from '../answers.ts'
import type { Body, SampleAgreement } from '../body.ts'
import { holding, llyr, nia, withNumbers } from '../people.ts'
import { careAgreements } from './council-care.ts'
import { residentAgreements } from './council-residents.ts'
import { schoolMealsAgreement } from './council-schools.ts'
import { powers } from './powers.ts'

const ID = 'cardiff-council'

const address: SampleAgreement = {
  id: `${ID}-address`,
  purpose: {
    en: 'Keep the electoral register right and charge the right Council Tax',
    cy: 'Cadw’r gofrestr etholiadol yn gywir a chodi’r Dreth Gyngor gywir',
  },
  effect: {
    en: 'It will add you to the electoral register or take you off it, and open, move or close your Council Tax account.',
    cy: 'Bydd yn eich ychwanegu at y gofrestr etholiadol neu’n eich tynnu oddi arni, ac yn agor, symud neu gau eich cyfrif Treth Gyngor.',
  },
  legalBasis: '6(1)(c)',
  ...powers.electoralRegister,
  choice: 'required',
  matching: ['council_tax_account', 'names', 'birth_date', 'old_address'],
  usualDays: 14,
  reviewOn: '2027-10-31',
  events: [
    {
      type: 'change-of-address',
      fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with'],
      answers: [
        when(
          'new-here-and-moving-in',
          needs(
            21,
            'Tell us whether you own or rent your new home, so that we can send the first Council Tax bill to the right person. You can do this by phone or on our website.',
            'Rhowch wybod i ni a ydych yn berchen ar eich cartref newydd neu’n ei rentu, fel y gallwn anfon y bil Treth Gyngor cyntaf at y person cywir. Gallwch wneud hyn dros y ffôn neu ar ein gwefan.',
          ),
        ),
        noRecord(
          'You are not on our electoral register and we have no Council Tax account in your name.',
          'Nid ydych ar ein cofrestr etholiadol ac nid oes gennym gyfrif Treth Gyngor yn eich enw chi.',
        ),
        when(
          'moving-in',
          done(
            'We changed your address on the electoral register and moved your Council Tax account.',
            'Rydym wedi newid eich cyfeiriad ar y gofrestr etholiadol ac wedi symud eich cyfrif Treth Gyngor.',
          ),
        ),
        always(
          done(
            'We took you off our electoral register and closed your Council Tax account from the day you moved.',
            'Rydym wedi eich tynnu oddi ar ein cofrestr etholiadol ac wedi cau eich cyfrif Treth Gyngor o’r diwrnod y gwnaethoch symud.',
          ),
        ),
      ],
    },
  ],
  replies: {
    answered: {
      en: 'Thank you. We opened your Council Tax account and added you to the electoral register.',
      cy: 'Diolch. Rydym wedi agor eich cyfrif Treth Gyngor ac wedi eich ychwanegu at y gofrestr etholiadol.',
    },
  },
  look: {
    name: 'Check an entry in the electoral register',
    accessType: 'consult',
    unit: 'Electoral services',
    system: 'Electoral register',
    actor: { kind: 'officer', role: 'Electoral registration officer' },
    dataCategories: ['name', 'address'],
  },
}

export const cardiffCouncil: Body = {
  id: ID,
  name: { en: 'Cardiff Council', cy: 'Cyngor Caerdydd' },
  cluster: 'human-services',
  kind: 'council',
  contact: {
    url: 'https://www.cardiff.gov.uk/ENG/Home/Contact_us/Pages/default.aspx',
    phone: '029 2087 2087 (English), 029 2087 2088 (Cymraeg)',
    post: 'Cardiff Council, County Hall, Atlantic Wharf, Cardiff, CF10 4UW',
    in_person: { en: 'At any hub or library in Cardiff', cy: 'Mewn unrhyw hyb neu lyfrgell yng Nghaerdydd' },
  },
  areas: ['W06000015'],
  takesCare: true,
  subscriptions: [
    {
      path: 'residents',
      agreements: [address, ...residentAgreements(ID)],
      people: () => [withNumbers(llyr, { council_tax_account: '30045671' }), nia],
    },
    {
      path: 'care',
      agreements: careAgreements(ID, powers.careInWales),
      people: () => [holding(llyr, 'blue-badge')],
    },
    { path: 'schools', agreements: [schoolMealsAgreement(ID)], people: () => [llyr] },
  ],
}
