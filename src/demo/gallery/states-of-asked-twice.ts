import { say } from '../../oversight/asked-twice/asked-twice-store.ts'
import { saidBy } from '../../oversight/asked-twice/said-by.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Stage } from './stage.ts'
import { plain, type State } from './state.ts'

/** What people were asked for twice, and what comes of it. */
export const statesOfAskedTwice = (): State[] => [
  plain('asked-twice/none', '/asked-twice', { person: 'nobody' }),
  plain('asked-twice', '/asked-twice', {
    person: 'nobody',
    play: async (stage) => {
      await wordsOf(stage, ['1', '2', '3', '4', '5', '6'])
      return { path: '/asked-twice' }
    },
  }),
  plain('asked-twice/new', '/asked-twice/new'),
  plain('asked-twice/new-with-errors', '/asked-twice/new', {
    play: () => ({ path: '/asked-twice/new', form: { asker: 'hmrc', fact: '', holder: 'hmrc' } }),
    status: 400,
  }),
  plain('asked-twice/yours/none', '/asked-twice/yours'),
  plain('asked-twice/yours', '/asked-twice/yours', {
    play: async (stage) => {
      await wordsOf(stage, [stage.person.accountId])
      return { path: '/asked-twice/yours' }
    },
  }),
]

/** These people say that HMRC asked them for the address that DVLA has. */
async function wordsOf({ tx, parts, now }: Stage, accounts: readonly string[]): Promise<void> {
  const about = { askerId: 'hmrc', fact: 'address' }
  for (const account of accounts) {
    const said = { ...about, holderId: 'dvla', saidOn: ukToday(now) }
    await say(tx, { ...said, saidBy: saidBy(parts.vault, account, about) })
  }
}
