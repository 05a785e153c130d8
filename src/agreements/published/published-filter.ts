import { textField } from '../../web/form.ts'
import { isPublishedPower, type PublishedPower } from './published-power.ts'

export const standings = ['current', 'ended'] as const
export type Standing = (typeof standings)[number]

/** What a reader asks the published register for. */
export interface PublishedFilter {
  words?: string | undefined
  power?: PublishedPower | undefined
  standing?: Standing | undefined
}

/** What nobody could have chosen is passed over: the list then shows more, never less. */
export function readPublishedFilter(query: unknown): PublishedFilter {
  const words = textField(query, 'words').trim().slice(0, 200)
  const power = textField(query, 'power')
  const standing = standings.find((one) => one === textField(query, 'standing'))
  return {
    ...(words !== '' && { words }),
    ...(isPublishedPower(power) && { power }),
    ...(standing && { standing }),
  }
}
