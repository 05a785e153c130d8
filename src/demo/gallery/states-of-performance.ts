import { stageFigures } from './stage-figures-store.ts'
import { plain, type State } from './state.ts'

/** What is published in numbers, when nothing is counted yet and when much is. */
export const statesOfPerformance = (): State[] => [
  open('performance/nothing-yet', '/performance'),
  ...['', '/days-to-decide', '/answers', '/completion', '/match-rate?body=dvla'].map((rest) =>
    open(`performance/${/^\/?([a-z-]*)/.exec(rest)?.[1] || 'overview'}`, `/performance${rest}`, 14),
  ),
  open('performance/one-month', '/performance', 1),
  open('performance/nothing-yet-of-one', '/performance/coverage'),
  open('performance/priorities', '/performance/priorities'),
  open('feedback', '/feedback'),
  plain('feedback/with-errors', '/feedback', {
    person: 'nobody',
    play: () => ({ path: '/feedback', form: {} }),
    status: 400,
  }),
  open('feedback/sent', '/feedback/sent'),
]

const open = (name: string, path: string, months = 0): State =>
  plain(name, path, {
    person: 'nobody',
    play: async (stage) => {
      if (months > 0) await stageFigures(stage, months)
      return { path }
    },
  })
