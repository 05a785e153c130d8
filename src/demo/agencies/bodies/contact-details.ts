import { always, done, noRecord, ofBody, quickly } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { powers } from './powers.ts'

const contactDetails: SampleAgreement = {
  id: 'contact-details',
  purpose: {
    en: 'Reach you, and write to you, in the way that you want',
    cy: 'Cysylltu â chi, ac ysgrifennu atoch, yn y ffordd yr ydych chi’n ei dymuno',
  },
  effect: {
    en: 'It will use your new details, and write in the language and format that you choose.',
    cy: 'Bydd yn defnyddio eich manylion newydd, ac yn ysgrifennu yn yr iaith a’r fformat a ddewiswch.',
  },
  // A format such as Braille says something of somebody's health.
  legalBasis: '6(1)(a), 9(2)(a)',
  ...powers.equality,
  choice: 'optional',
  matching: [],
  usualDays: 5,
  reviewOn: '2028-03-31',
  events: [
    {
      type: 'contact-details',
      fields: ['new_phone', 'new_email', 'preferred_language', 'preferred_format'],
      answers: [
        noRecord(
          'We have no record of you to put your new details on.',
          'Nid oes gennym gofnod ohonoch i roi eich manylion newydd arno.',
        ),
        always(
          quickly(
            done(
              'We changed how we reach you and write to you.',
              'Rydym wedi newid sut yr ydym yn cysylltu â chi ac yn ysgrifennu atoch.',
            ),
          ),
        ),
      ],
    },
  ],
}

/** The same at every body: nobody has to be told how to write to somebody, so each is the citizen's to choose. */
export const contactDetailsAgreement = (body: string, own: Pick<SampleAgreement, 'matching' | 'minimumAge'>) =>
  ofBody(body, { ...contactDetails, ...own })
