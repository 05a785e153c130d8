import { addDays, ukToday } from '../../src/shared/dates.ts'
import type { Client, Fields } from './client.ts'

/** A signed-in citizen says that they moved yesterday, and sends it. @returns the reference. */
export async function reportMove(client: Client, answers: Partial<Record<string, Fields>> = {}): Promise<string> {
  await answerMove(client, answers)
  await client.get('/report/change-of-address/who-will-be-told')
  const { $ } = client.page
  const choices = $('main form input[type="radio"]').toArray()
  await client.submit(Object.fromEntries(choices.map(({ attribs }) => [attribs['name'] ?? '', 'yes'])))
  const [, reference] = /^\/reports\/([^/]+)\/confirmation$/.exec(client.page.url.pathname) ?? []
  if (!reference) throw new Error(`The report was not sent: ${client.page.heading}`)
  return reference
}

/** Each question as it is asked, up to check answers. */
export async function answerMove(client: Client, answers: Partial<Record<string, Fields>> = {}): Promise<void> {
  await client.get('/report/change-of-address')
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const question = client.page.url.pathname.split('/').at(-1) ?? ''
    if (question === 'check-answers') break
    const answer = answers[question] ?? USUAL[question]
    if (!answer) throw new Error(`Nobody said how to answer ${question}: ${client.page.heading}`)
    await client.submit(answer)
    if (client.page.errors.length > 0) throw new Error(`${question}: ${client.page.errors.join(', ')}`)
  }
}

const MOST_QUESTIONS = 20

const [year = '', month = '', day = ''] = addDays(ukToday(new Date()), -1).split('-')

/** To 27 Heol y Deri, Cardiff, alone, with nothing to hide and no numbers at hand. */
const USUAL: Partial<Record<string, Fields>> = {
  when: { 'when-day': day, 'when-month': month, 'when-year': year },
  'new-kind': { 'new-kind': 'uk' },
  'new-postcode': { 'new-postcode': 'CF14 6HF' },
  'new-address': { 'new-address': '100100000027' },
  'held-old-address': { 'held-old-address': 'yes' },
  'moving-with': { 'moving-with': 'nobody' },
  safety: { safety: 'no' },
  numbers: { numbers: 'none' },
}
