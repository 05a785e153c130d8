import { ageOn, type CalendarDate } from '../../../shared/dates.ts'
import type { Body } from '../body.ts'

export const nhsEngland: Body = {
  id: 'nhs-england',
  name: { en: 'NHS England', cy: 'GIG Lloegr' },
  cluster: 'health-and-social-care',
  kind: 'arms-length-body',
  contact: { url: 'https://www.england.nhs.uk/contact-us/' },
  subscriptions: [
    {
      path: 'demographics',
      agreement: {
        id: 'nhs-england-address',
        purpose: {
          en: 'Send hospital and screening letters to the right place',
          cy: 'Anfon llythyrau ysbyty a sgrinio i’r lle cywir',
        },
        effect: {
          en: 'It will change your address in the NHS’s list of patients. It will not register you with a new GP.',
          cy: 'Bydd yn newid eich cyfeiriad yn rhestr cleifion y GIG. Ni fydd yn eich cofrestru gyda meddyg teulu newydd.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/ukpga/2012/7/section/254',
        powerName: {
          en: 'Health and Social Care Act 2012, section 254',
          cy: 'Deddf Iechyd a Gofal Cymdeithasol 2012, adran 254',
        },
        choice: 'optional',
        fields: ['names', 'birth_date', 'new_address', 'move_date', 'moving_with'],
        matching: ['names', 'birth_date', 'old_address'],
        usualDays: 3,
        reviewOn: '2027-09-30',
      },
      people: (today) => [
        {
          givenNames: 'Amira',
          familyName: 'Hassan',
          birthDate: '1988-05-14',
          addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
        },
        {
          givenNames: 'Grace Eleanor',
          familyName: 'Whitfield',
          birthDate: '1975-11-23',
          addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
        },
        {
          givenNames: 'Margaret Anne',
          familyName: 'Fielding',
          birthDate: '1951-09-30',
          addresses: [{ uprn: 200004000005, buildingNumber: '5', postalCode: 'CB1 2AD' }],
        },
        {
          givenNames: 'Kofi',
          familyName: 'Mensah',
          birthDate: bornForAge(16, '03-01', today),
          addresses: [{ uprn: 72000000108, buildingNumber: '8', postalCode: 'LS7 1AB' }],
        },
      ],
      answers: [
        {
          when: 'not-in-our-files',
          steps: [
            {
              after: 'quickly',
              status: 'no_record',
              message: {
                en: 'We could not find you in our list of patients. Tell your GP surgery your new address.',
                cy: 'Ni allem ddod o hyd i chi yn ein rhestr cleifion. Rhowch wybod i’ch meddygfa beth yw eich cyfeiriad newydd.',
              },
            },
          ],
        },
        {
          when: 'always',
          steps: [
            {
              after: 'quickly',
              status: 'done',
              message: {
                en: 'We changed your address. If you need a new GP, register with a surgery near your new home.',
                cy: 'Rydym wedi newid eich cyfeiriad. Os oes angen meddyg teulu newydd arnoch, cofrestrwch â meddygfa ger eich cartref newydd.',
              },
            },
          ],
        },
      ],
      look: {
        name: 'Check for a second record of the same patient',
        accessType: 'consult',
        unit: 'Demographics',
        system: 'Personal Demographics Service',
        actor: { kind: 'automated', role: 'Automatic check' },
        dataCategories: ['name', 'birth-date', 'address'],
      },
    },
  ],
}

/** Somebody who is of that age today. */
function bornForAge(age: number, birthday: string, today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4)) - age
  return ageOn(`${year}-${birthday}`, today) === age ? `${year}-${birthday}` : `${year - 1}-${birthday}`
}
