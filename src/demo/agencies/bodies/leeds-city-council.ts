import type { Body } from '../body.ts'

export const leedsCityCouncil: Body = {
  id: 'leeds-city-council',
  name: { en: 'Leeds City Council', cy: 'Cyngor Dinas Leeds' },
  cluster: 'human-services',
  kind: 'council',
  contact: { url: 'https://www.leeds.gov.uk/contact-us' },
  areas: ['E08000035'],
  subscriptions: [
    {
      path: 'residents',
      agreement: {
        id: 'leeds-city-council-address',
        purpose: {
          en: 'Charge the right Council Tax and keep the electoral register right',
          cy: 'Codi’r Dreth Gyngor gywir a chadw’r gofrestr etholiadol yn gywir',
        },
        effect: {
          en: 'It will open, move or close your Council Tax account, and ask you to register to vote if you move in.',
          cy: 'Bydd yn agor, yn symud neu’n cau eich cyfrif Treth Gyngor, ac yn gofyn i chi gofrestru i bleidleisio os ydych yn symud i mewn.',
        },
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/ukpga/1992/14/schedule/2',
        powerName: {
          en: 'Local Government Finance Act 1992, schedule 2',
          cy: 'Deddf Cyllid Llywodraeth Leol 1992, atodlen 2',
        },
        choice: 'required',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with'],
        matching: ['council_tax_account', 'names', 'birth_date', 'old_address'],
        usualDays: 14,
        reviewOn: '2028-03-31',
      },
      people: () => [
        {
          givenNames: 'Amira',
          familyName: 'Hassan',
          birthDate: '1988-05-14',
          addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
          numbers: { council_tax_account: '7701234' },
        },
        {
          givenNames: 'Grace Eleanor',
          familyName: 'Whitfield',
          birthDate: '1975-11-23',
          addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
          numbers: { council_tax_account: '7705678' },
        },
      ],
      answers: [
        {
          when: 'new-here-and-moving-in',
          steps: [
            {
              after: 'soon',
              status: 'in_progress',
              message: {
                en: 'We are opening a Council Tax account for your new home.',
                cy: 'Rydym yn agor cyfrif Treth Gyngor ar gyfer eich cartref newydd.',
              },
            },
            {
              after: 'soon',
              status: 'done',
              message: {
                en: 'We opened your Council Tax account. Your first bill will arrive by post. Register to vote at your new home.',
                cy: 'Rydym wedi agor eich cyfrif Treth Gyngor. Bydd eich bil cyntaf yn cyrraedd drwy’r post. Cofrestrwch i bleidleisio yn eich cartref newydd.',
              },
            },
          ],
        },
        {
          when: 'not-in-our-files',
          steps: [
            {
              after: 'soon',
              status: 'no_record',
              message: {
                en: 'We have no Council Tax account in your name. If somebody else pays for your home, there is nothing to do.',
                cy: 'Nid oes gennym gyfrif Treth Gyngor yn eich enw chi. Os yw rhywun arall yn talu am eich cartref, nid oes dim i’w wneud.',
              },
            },
          ],
        },
        {
          when: 'moving-in',
          steps: [
            {
              after: 'soon',
              status: 'done',
              message: {
                en: 'We moved your Council Tax account to your new home. Register to vote there.',
                cy: 'Rydym wedi symud eich cyfrif Treth Gyngor i’ch cartref newydd. Cofrestrwch i bleidleisio yno.',
              },
            },
          ],
        },
        {
          when: 'always',
          steps: [
            {
              after: 'soon',
              status: 'done',
              message: {
                en: 'We closed your Council Tax account from the day you moved. Your last bill will go to your new address.',
                cy: 'Rydym wedi cau eich cyfrif Treth Gyngor o’r diwrnod y gwnaethoch symud. Bydd eich bil olaf yn mynd i’ch cyfeiriad newydd.',
              },
            },
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
    },
  ],
}
