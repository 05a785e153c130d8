import { expect } from 'vitest'
import { addDays, ukToday, type CalendarDate } from '../../src/shared/dates.ts'
import type { Client, Fields } from '../support/client.ts'

export const BASE = '/report/change-of-address'

export type Answered = readonly [question: string, fields: Fields]

/** The question that stands on the page, by its name in the path. */
export const at = (client: Client) => client.page.url.pathname.replace(/^\/report\/[a-z-]+\//, '')

/** Answers question after question; each must be the one that the site asks. Nobody is at risk unless they say so. */
export async function walk(client: Client, answers: readonly Answered[]): Promise<void> {
  for (const [question, fields] of answers) {
    if (at(client) === 'safety' && question !== 'safety') await client.submit({ safety: 'no' })
    expect(at(client), client.page.errors.join(' ')).toBe(question)
    await client.submit(fields)
  }
}

/** A few days ahead, whenever the tests run. */
export const MOVE_DAY = addDays(ukToday(new Date()), 9)

export const dateFields = (name: string, date: CalendarDate): Fields => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

export const when = (date = MOVE_DAY): Answered => ['when', dateFields('when', date)]

/** To Flat 3, 4 Otley Road in Leeds. */
export const toOtleyRoad = [
  ['new-kind', { 'new-kind': 'uk' }],
  ['new-postcode', { 'new-postcode': 'ls6 3aa' }],
  ['new-address', { 'new-address': '72000000304' }],
] as const

export const fromVerified = [['held-old-address', { 'held-old-address': 'yes' }]] as const

export const notAtRisk = ['safety', { safety: 'no' }] as const

export const alone = [['moving-with', { 'moving-with': 'nobody' }]] as const

export const noNumbers = [['numbers', { numbers: 'none' }]] as const

/** Every answer of a plain move, up to check answers. */
export const plainMove: Answered[] = [when(), notAtRisk, ...toOtleyRoad, ...fromVerified, ...alone, ...noNumbers]

export async function begin(client: Client): Promise<void> {
  await client.get('/report')
  await client.follow('You have moved or are going to move')
}

/** A move from the beginning, whatever was left unfinished before. */
export async function beginAfresh(client: Client): Promise<void> {
  await client.get('/report')
  await client.post(`${BASE}/drafts`)
  expect(at(client)).toBe('when')
}

/** From check answers to the confirmation. @returns the reference. */
export async function send(client: Client, choices: Fields = { 'choice-loans-address': 'yes' }): Promise<string> {
  expect(at(client)).toBe('check-answers')
  await client.follow('Continue')
  await client.submit(choices)
  return referenceOn(client)
}

export function referenceOn(client: Client): string {
  const [, reference] = /^\/reports\/([0-9A-Z-]{14})\/confirmation$/.exec(client.page.url.pathname) ?? []
  expect(reference, client.page.errors.join(' ') || client.page.url.pathname).toBeDefined()
  return reference ?? ''
}
