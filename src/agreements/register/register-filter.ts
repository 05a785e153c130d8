import { clusters, type Cluster } from '../../agencies/agency.ts'
import { textField } from '../../web/form.ts'

export const standingsToAskFor = ['live', 'review-due', 'lapsed', 'ended'] as const
export type AskedStanding = (typeof standingsToAskFor)[number]

/** Within how many months from today an agreement is to be looked at again. */
export const reviewsToAskFor = [1, 3, 6, 12] as const

/** What a reader asks the register for. */
export interface RegisterFilter {
  /** Of any part, as people type them into a search box. */
  words?: string
  /** Of the body's name. */
  body?: string
  /** The very body that is told, or that holds what is told: its id. */
  agency?: string
  holder?: string
  cluster?: Cluster
  /** Of the law. */
  power?: string
  purpose?: string
  event?: string
  standing?: AskedStanding
  review?: (typeof reviewsToAskFor)[number]
}

/** What nobody could have chosen is passed over: the list then shows more, never less. */
export function readRegisterFilter(query: unknown): RegisterFilter {
  const written = (name: 'words' | 'body' | 'power' | 'purpose' | 'event') => {
    const text = textField(query, name).slice(0, 200)
    return text !== '' && { [name]: text }
  }
  const id = (name: 'agency' | 'holder') => {
    const text = textField(query, name)
    return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(text) && { [name]: text }
  }
  const chosen = <Choice extends string | number>(name: string, choices: readonly Choice[]) => {
    const choice = choices.find((one) => String(one) === textField(query, name))
    return choice !== undefined && { [name]: choice }
  }
  return {
    ...written('words'),
    ...written('body'),
    ...id('agency'),
    ...id('holder'),
    ...written('purpose'),
    ...written('power'),
    ...written('event'),
    ...chosen('cluster', clusters),
    ...chosen('standing', standingsToAskFor),
    ...chosen('review', reviewsToAskFor),
  }
}

/** As it stands in a link. */
export function queryOf(filter: RegisterFilter, more: Record<string, string> = {}): string {
  const asked = Object.entries(filter).map(([name, value]) => [name, String(value)])
  return new URLSearchParams({ ...Object.fromEntries(asked), ...more } as Record<string, string>).toString()
}
