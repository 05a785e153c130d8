import type { Body } from '../body.ts'
import { amira, arthur, holding, llyr, margaret, nia } from '../people.ts'
import { benefitAgreements } from './dwp-benefits.ts'
import { dwpDeath } from './dwp-death.ts'
import { healthAndCareAgreements } from './dwp-health.ts'

export const dwp: Body = {
  id: 'dwp',
  name: { en: 'Department for Work and Pensions', cy: 'Yr Adran Gwaith a Phensiynau' },
  cluster: 'human-services',
  kind: 'ministerial-department',
  contact: {
    url: 'https://www.gov.uk/contact-jobcentre-plus',
    phone: '0800 169 0190',
    textphone: '0800 169 0314',
    relay: '18001 then 0800 169 0190',
    in_person: { en: 'At any Jobcentre Plus office', cy: 'Mewn unrhyw swyddfa Canolfan Byd Gwaith' },
  },
  takesCare: true,
  subscriptions: [
    {
      path: 'benefits',
      agreements: [...benefitAgreements, ...healthAndCareAgreements, dwpDeath],
      people: () => [holding(amira, 'personal-independence-payment'), llyr, margaret, arthur, nia],
    },
  ],
}
