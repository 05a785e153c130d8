import { problemPath } from '../../identity/pages.ts'
import { signInProblems, statusOfProblem } from '../../identity/sign-in-problem.ts'
import { guidePages, guidePath } from '../../oversight/developers/guide.ts'
import { Refusal } from '../../shared/refusal.ts'
import { plain, type State } from './state.ts'
import { statesOfRegisters } from './states-of-registers.ts'

const open = (name: string, path: string, more: Partial<State> = {}) => plain(name, path, { person: 'nobody', ...more })

const failures = [
  ['forbidden', 403],
  ['too-many', 429],
  ['unavailable', 503],
] as const

/** What anyone may read, what goes wrong, and what people set for themselves. */
export const statesOfPublicPages = (): State[] => [
  open('start', '/'),
  ...[
    'cookies',
    'privacy',
    'accessibility-statement',
    'contact',
    'agencies',
    'agreements',
    'activities',
    'log',
    'signed-out',
  ].map((name) => open(name, `/${name}`)),
  open('developers', '/developers'),
  ...guidePages.map((page) => open(guidePath(page).slice(1), guidePath(page))),
  ...statesOfRegisters(),
  ...signInProblems.map((problem) =>
    open(`sign-in/${problem}`, problemPath(problem), { status: statusOfProblem[problem] }),
  ),
  open('errors/no-such-page', '/no-such-page', { status: 404 }),
  ...failures.map(([code, status]) =>
    open(`errors/${code}`, '/', { play: () => ({ path: '/', failure: new Refusal(code, code) }), status }),
  ),
  plain('sessions', '/sessions'),
  plain('notifications', '/notifications'),
  plain('notifications/with-errors', '/notifications', {
    play: () => ({ path: '/notifications', form: {} }),
    status: 400,
  }),
  open('outbox', '/development/outbox'),
]
