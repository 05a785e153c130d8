import type { Body } from '../body.ts'

export const cardiffCouncil: Body = {
  id: 'cardiff-council',
  name: { en: 'Cardiff Council', cy: 'Cyngor Caerdydd' },
  cluster: 'human-services',
  kind: 'council',
  contact: { url: 'https://www.cardiff.gov.uk/ENG/Home/Contact_us/Pages/default.aspx' },
  areas: ['W06000015'],
  subscriptions: [
    {
      path: 'residents',
      agreement: {
        id: 'cardiff-council-address',
        purpose: {
          en: 'Keep the electoral register right and charge the right Council Tax',
          cy: 'Cadw’r gofrestr etholiadol yn gywir a chodi’r Dreth Gyngor gywir',
        },
        effect: {
          en: 'It will add you to the electoral register or take you off it, and open, move or close your Council Tax account.',
          cy: 'Bydd yn eich ychwanegu at y gofrestr etholiadol neu’n eich tynnu oddi arni, ac yn agor, symud neu gau eich cyfrif Treth Gyngor.',
        },
        legalBasis: '6(1)(c)',
        power: 'https://www.legislation.gov.uk/ukpga/1983/2/section/9A',
        powerName: {
          en: 'Representation of the People Act 1983, section 9A',
          cy: 'Deddf Cynrychiolaeth y Bobl 1983, adran 9A',
        },
        choice: 'required',
        fields: ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'moving_with'],
        matching: ['council_tax_account', 'names', 'birth_date', 'old_address'],
        usualDays: 14,
        reviewOn: '2027-10-31',
      },
      people: () => [
        {
          givenNames: 'Llŷr Siôn',
          familyName: 'Prydderch',
          birthDate: '1969-02-27',
          addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
          numbers: { council_tax_account: '30045671' },
        },
      ],
      answers: [
        {
          when: 'new-here-and-moving-in',
          steps: [
            {
              after: 'soon',
              status: 'needs_information',
              dueInDays: 21,
              message: {
                en: 'Tell us whether you own or rent your new home, so that we can send the first Council Tax bill to the right person. You can do this by phone or on our website.',
                cy: 'Rhowch wybod i ni a ydych yn berchen ar eich cartref newydd neu’n ei rentu, fel y gallwn anfon y bil Treth Gyngor cyntaf at y person cywir. Gallwch wneud hyn dros y ffôn neu ar ein gwefan.',
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
                en: 'You are not on our electoral register and we have no Council Tax account in your name.',
                cy: 'Nid ydych ar ein cofrestr etholiadol ac nid oes gennym gyfrif Treth Gyngor yn eich enw chi.',
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
                en: 'We changed your address on the electoral register and moved your Council Tax account.',
                cy: 'Rydym wedi newid eich cyfeiriad ar y gofrestr etholiadol ac wedi symud eich cyfrif Treth Gyngor.',
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
                en: 'We took you off our electoral register and closed your Council Tax account from the day you moved.',
                cy: 'Rydym wedi eich tynnu oddi ar ein cofrestr etholiadol ac wedi cau eich cyfrif Treth Gyngor o’r diwrnod y gwnaethoch symud.',
              },
            },
          ],
        },
      ],
      look: {
        name: 'Check an entry in the electoral register',
        accessType: 'consult',
        unit: 'Electoral services',
        system: 'Electoral register',
        actor: { kind: 'officer', role: 'Electoral registration officer' },
        dataCategories: ['name', 'address'],
      },
    },
  ],
}
