import { setTimeout as pause } from 'node:timers/promises'
import type { Language } from '../../src/shared/language.ts'
import type { Client, Page } from '../support/client.ts'
import type { House } from '../support/house.ts'

export const GALLERY = '/development/gallery'

/** A state as the gallery lists it. */
export interface Listed {
  name: string
  status: number
}

export async function listedStates(client: Client): Promise<Listed[]> {
  const { $ } = await client.get(GALLERY)
  return $('main li:has(a)')
    .toArray()
    .map((item) => {
      const [, status = '200'] = /\((\d+)\)$/.exec($(item).text().trim()) ?? []
      return { name: ($(item).find('a').attr('href') ?? '').slice(GALLERY.length + 1), status: Number(status) }
    })
}

export const pathOf = ({ name }: Listed, language: Language) => `${GALLERY}/${name}?lang=${language}`

/** One state after the other, each checked by the client as every page is. */
export async function* seen(
  house: House,
  states: readonly Listed[],
  language: Language,
): AsyncGenerator<{ state: Listed; page: Page }> {
  const client = house.browser()
  for (const [index, state] of states.entries()) {
    await letIn(house, index)
    yield { state, page: await patiently(client, state, language) }
  }
}

// A machine that does much else answers "unavailable" for a second now and then, as it should.
const TRIES = 10

async function patiently(client: Client, state: Listed, language: Language, tries = TRIES): Promise<Page> {
  const page = await client.get(pathOf(state, language))
  if (page.status !== 503 || state.status === 503 || tries === 0) return page
  await pause(1000)
  return patiently(client, state, language, tries - 1)
}

/** The limit on pages is for people, who look at one after the other more slowly. */
export async function letIn(house: House, index: number): Promise<void> {
  if (index % 200 === 0) await house.database.owner('rate_limits').delete()
}

/** Of what several events ask in the same words, only one, and each as it is first met: what was typed changes little. */
export function oneOfEachKind(states: readonly Listed[]): Listed[] {
  const first = states.filter(({ name }) => !/\/(answered|with-errors|item-answered|item-with-errors)$/.test(name))
  return [...new Map(first.toReversed().map((state) => [kindOf(state), state])).values()]
}

/** `report/birth/move-date/fresh` is like `report/death/move-date/fresh`. */
const kindOf = ({ name }: Listed) => name.replace(/^report\/[^/]+\//, 'report/')
