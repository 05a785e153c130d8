import type { Body } from '../body.ts'
import { amira, arthur, grace, holding, llyr, margaret, nia } from '../people.ts'
import { familyAgreements } from './hmrc-family.ts'
import { taxAgreements } from './hmrc-tax.ts'

export const hmrc: Body = {
  id: 'hmrc',
  name: { en: 'HM Revenue and Customs', cy: 'Cyllid a Thollau EF' },
  cluster: 'human-services',
  kind: 'non-ministerial-department',
  contact: {
    url: 'https://www.gov.uk/contact-hmrc',
    phone: '0300 200 3300',
    relay: '18001 then 0300 200 3300',
    post: 'Pay As You Earn and Self Assessment, HM Revenue and Customs, BX9 1AS',
  },
  takesCare: true,
  subscriptions: [
    {
      path: 'personal-tax',
      agreements: [...taxAgreements, ...familyAgreements],
      people: () => [holding(amira, 'low-income'), holding(grace, 'marriage-allowance'), llyr, margaret, arthur, nia],
    },
  ],
}
