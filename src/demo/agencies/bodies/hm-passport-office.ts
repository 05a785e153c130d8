import { always, done, needs, noRecord, when } from '../answers.ts'
import type { Body } from '../body.ts'
import { arthur, nia, withNumbers } from '../people.ts'
import { BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

/** Told of deaths alone: for a new name or a first passport a notice is not enough. */
export const hmPassportOffice: Body = {
  id: 'hm-passport-office',
  name: { en: 'HM Passport Office', cy: 'Swyddfa Basbort EF' },
  cluster: 'human-services',
  kind: 'ministerial-department',
  contact: {
    url: 'https://www.gov.uk/passport-advice-line',
    phone: '0300 222 0000',
    relay: '18001 then 0300 222 0000',
  },
  subscriptions: [
    {
      path: 'passports',
      agreements: [
        {
          id: 'hm-passport-office-death',
          purpose: {
            en: 'Keep anybody from using the passport of the person who died',
            cy: 'Atal unrhyw un rhag defnyddio pasbort y person a fu farw',
          },
          effect: {
            en: 'It will cancel the passport. This cannot be undone.',
            cy: 'Bydd yn canslo’r pasbort. Ni ellir dadwneud hyn.',
          },
          legalBasis: '6(1)(e)',
          ...powers.passports,
          choice: 'required',
          irreversible: true,
          matching: ['deceased_passport_number', ...BY_NAME_OF_THE_DEAD],
          usualDays: 10,
          reviewOn: '2027-12-31',
          events: [
            {
              type: 'death',
              fields: ['death_date', 'names', 'address', 'registration_reference', 'passport_keepsake'],
              answers: [
                noRecord(
                  'We could not find a passport of this person. If you have it, tell us the number on it.',
                  'Ni allem ddod o hyd i basbort y person hwn. Os yw gennych, rhowch wybod i ni beth yw’r rhif sydd arno.',
                ),
                when(
                  'passport-as-keepsake',
                  needs(
                    60,
                    'Post the passport to us. We cancel it, cut off a corner and send it back. Tell us here when you have posted it.',
                    'Postiwch y pasbort atom. Byddwn yn ei ganslo, yn torri cornel oddi arno ac yn ei anfon yn ôl. Rhowch wybod i ni yma pan fyddwch wedi ei bostio.',
                  ),
                ),
                always(
                  done(
                    'We cancelled the passport. Nobody can travel with it. You can cut it up and throw it away.',
                    'Rydym wedi canslo’r pasbort. Ni all neb deithio gydag ef. Gallwch ei dorri a’i daflu.',
                  ),
                ),
              ],
            },
          ],
          replies: {
            answered: {
              en: 'Thank you. We cancelled the passport, and will send it back to you to keep.',
              cy: 'Diolch. Rydym wedi canslo’r pasbort, a byddwn yn ei anfon yn ôl atoch i’w gadw.',
            },
            withdrawn: {
              en: 'We took the death off the record. The old passport stays cancelled: a new one is on its way, free of charge.',
              cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Mae’r hen basbort yn dal wedi’i ganslo: mae un newydd ar ei ffordd, yn rhad ac am ddim.',
            },
          },
        },
      ],
      people: () => [
        withNumbers(arthur, { passport_number: '501948402' }),
        withNumbers(nia, { passport_number: '501939617' }),
      ],
    },
  ],
}
