import { always, done, noRecord } from '../answers.ts'
import type { Body } from '../body.ts'
import { tomasz } from '../people.ts'
import { powers } from './powers.ts'

/** A citizen has to say yes: only they know whether they have an eVisa, and nobody else's move is its business. */
export const homeOffice: Body = {
  id: 'home-office',
  name: { en: 'Home Office', cy: 'Y Swyddfa Gartref' },
  cluster: 'crime-and-justice',
  kind: 'ministerial-department',
  contact: { url: 'https://www.gov.uk/contact-ukvi-inside-outside-uk', phone: '0300 790 6268' },
  subscriptions: [
    {
      path: 'evisas',
      agreements: [
        {
          id: 'home-office-evisa',
          purpose: {
            en: 'Keep the address on your eVisa right. Say yes only if you have an eVisa',
            cy: 'Cadw’r cyfeiriad ar eich eFisa’n gywir. Dywedwch iawn dim ond os oes gennych eFisa',
          },
          effect: {
            en: 'It will change the address in your UK Visas and Immigration account.',
            cy: 'Bydd yn newid y cyfeiriad yn eich cyfrif Fisâu a Mewnfudo y DU.',
          },
          legalBasis: '6(1)(e)',
          ...powers.biometricRegistration,
          choice: 'optional',
          matching: ['names', 'birth_date', 'old_address'],
          usualDays: 5,
          minimumAge: 16,
          reviewOn: '2027-06-30',
          events: [
            {
              type: 'change-of-address',
              fields: ['names', 'birth_date', 'new_address', 'move_date'],
              answers: [
                noRecord(
                  'We could not find an eVisa in your name. If you do not have one, there is nothing to do.',
                  'Ni allem ddod o hyd i eFisa yn eich enw chi. Os nad oes gennych un, nid oes dim i’w wneud.',
                ),
                always(
                  done(
                    'We changed the address in your UKVI account.',
                    'Rydym wedi newid y cyfeiriad yn eich cyfrif UKVI.',
                  ),
                ),
              ],
            },
          ],
        },
      ],
      people: () => [tomasz],
    },
  ],
}
