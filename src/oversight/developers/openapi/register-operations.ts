import { z } from 'zod'
import { wholeAgency } from '../../../agreements/directory/listed-body.ts'
import { publishedInList } from '../../../agreements/published/listed-published.ts'
import { agencyInRegister, agreementInRegister } from '../../../agreements/register.ts'
import { wholeAgreement } from '../../../agreements/register/listed-about.ts'
import { pathParameter, type Answer, type Operation } from './operation.ts'

const LISTS = {
  agencies: 'public bodies that take part',
  agreements: 'agreements, each in its latest version',
  'agreements/published': 'agreements that were published elsewhere and that nobody is told anything by',
}

const links: Pick<Answer, 'headers'> = { headers: { Link: 'Where else the same list stands, and in what form' } }

const register = (list: keyof typeof LISTS, id: string, schema: z.ZodType): Operation => ({
  ...{ method: 'get', path: `/${list}.json`, tag: 'Registers', id },
  summary: `List ${LISTS[list]}`,
  answers: { 200: { description: 'The list', schema, ...links } },
})

const table = (list: keyof typeof LISTS, id: string): Operation => ({
  ...{ method: 'get', path: `/${list}.csv`, tag: 'Registers', id },
  summary: `The same as CSV: ${LISTS[list]}`,
  answers: { 200: { description: 'The list', schema: z.string(), mediaType: 'text/csv', ...links } },
})

/** Who takes part, and who is told what. */
export const registerOperations: Operation[] = [
  register('agencies', 'getAgencies', z.object({ agencies: z.array(agencyInRegister) })),
  table('agencies', 'getAgenciesTable'),
  {
    ...{ method: 'get', path: '/agencies/:id.json', tag: 'Registers', id: 'getAgency' },
    summary: 'Get one body: what it is told, what it provides and how it does',
    parameters: [pathParameter('id', 'Id of the body')],
    answers: { 200: { description: 'The body', schema: wholeAgency } },
    refuses: ['not-found'],
  },
  register('agreements', 'getAgreements', z.object({ agreements: z.array(agreementInRegister) })),
  table('agreements', 'getAgreementsTable'),
  // Before the one whose address it would fit.
  register('agreements/published', 'getPublished', z.object({ agreements: z.array(publishedInList) })),
  table('agreements/published', 'getPublishedTable'),
  {
    ...{ method: 'get', path: '/agreements/:id.json', tag: 'Registers', id: 'getAgreement' },
    summary: 'Get one agreement: its versions, every decision on it and how it is used',
    parameters: [pathParameter('id', 'Id of the agreement')],
    answers: { 200: { description: 'The agreement', schema: wholeAgreement } },
    refuses: ['not-found'],
  },
]
