import { lifeEvents } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { ReportParts } from '../../reports/journey/visit.ts'
import type { State } from './state.ts'
import { statesOfAsking } from './states-of-asking.ts'
import { statesOfRights } from './states-of-rights.ts'
import { statesOfAskedTwice } from './states-of-asked-twice.ts'
import { statesOfConcerns } from './states-of-concerns.ts'
import { statesOfDeaths } from './states-of-deaths.ts'
import { statesOfDeliveries } from './states-of-deliveries.ts'
import { statesOfHealth } from './states-of-health.ts'
import { statesOfJoining } from './states-of-joining.ts'
import { statesOfPerformance } from './states-of-performance.ts'
import { statesOfProgress } from './states-of-progress.ts'
import { statesOfRoads } from './states-of-roads.ts'
import { statesOfStaff } from './states-of-staff.ts'
import { statesOfTheConsole } from './states-of-the-console.ts'
import { statesOfPublicPages } from './states-of-public-pages.ts'
import { explore, isProved, statesOfQuestions, type Explored } from './states-of-questions.ts'
import { statesOfWholeness } from './states-of-wholeness.ts'
import { statesOfDrafts, statesOfSending } from './states-of-sending.ts'

/** Every page in every state. Events that are added to the catalogue are in it by themselves. */
export async function allStates(parts: ReportParts, db: Db): Promise<State[]> {
  const explored: Explored[] = []
  const questions: State[][] = []
  for (const event of parts.events ?? lifeEvents) {
    const found = await explore(event, parts, db)
    explored.push(found)
    questions.push(await statesOfQuestions(found))
  }
  // Progress is the same for all events: one will do, of somebody who has an access log too.
  const first = explored.find(({ event }) => isProved(event))
  return [
    ...statesOfPublicPages(),
    ...statesOfStaff(),
    ...statesOfTheConsole(),
    ...statesOfJoining(),
    ...statesOfRoads(),
    ...statesOfConcerns(),
    ...statesOfAskedTwice(),
    ...statesOfHealth(),
    ...statesOfWholeness(),
    ...statesOfPerformance(),
    ...statesOfAsking(),
    ...statesOfRights(),
    ...statesOfDeaths(explored),
    ...statesOfDrafts(explored),
    ...explored.flatMap((each, index) => [...(questions[index] ?? []), ...statesOfSending(each)]),
    ...(first ? [...statesOfProgress(first), ...statesOfDeliveries(first)] : []),
  ]
}
