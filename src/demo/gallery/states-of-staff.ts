import { staffProblemPath, staffProblems, statusOfStaffProblem } from '../../identity/staff/pages.ts'
import { forStaff, plain, type State } from './state.ts'

/** What goes wrong when somebody signs in for their work, and how it ends. */
export const statesOfStaff = (): State[] => [
  ...staffProblems.map((problem) =>
    plain(`staff/${problem}`, staffProblemPath(problem), { person: 'nobody', status: statusOfStaffProblem[problem] }),
  ),
  plain('staff/signed-out', '/staff/signed-out', { person: 'nobody' }),
  forStaff('staff/no-access', '/agency/keys/change', 'dvla-viewer', { status: 403 }),
]
