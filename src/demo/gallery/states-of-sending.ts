import type { LifeEvent } from '../../catalogue/life-event.ts'
import { paths } from '../../reports/paths.ts'
import { asStagePerson, stageDraft, type Stage } from './stage.ts'
import { stageReport } from './stage-report.ts'
import { plain, type State } from './state.ts'
import { isProved, type Explored } from './states-of-questions.ts'
import { openJourney } from '../../reports/open-journey.ts'
import { findDraft } from '../../reports/draft-store.ts'

/** From the last answer to the confirmation. */
export function statesOfSending(explored: Explored): State[] {
  const { event, ways } = explored
  const person = isProved(event) ? 'proved' : 'signed-in'
  const state = (what: string, play: State['play'], status?: number): State => ({
    ...{ name: `report/${event.type}/${what}`, person, play },
    ...(status && { status }),
  })
  const told = paths.whoWillBeTold(event.type)
  const whole = (stage: Stage) => stageDraft(stage, event, ways.whole, true)
  return [
    ...(event.tasks ? tasks(explored, state) : []),
    state('check-answers', async (stage) => {
      await whole(stage)
      return { path: paths.checkAnswers(event.type) }
    }),
    state('who-will-be-told', async (stage) => {
      await whole(stage)
      return { path: told }
    }),
    state(
      'who-will-be-told-with-errors',
      async (stage) => ({ path: told, form: { draft: (await whole(stage)).id, seen: 'something else' } }),
      400,
    ),
    state('when-told', async (stage) => {
      await whole(stage)
      return { path: paths.whenTold(event.type, await firstAgreement(stage, event)) }
    }),
    state('draft-removal', async (stage) => ({ path: paths.draftRemoval(event.type, (await whole(stage)).id) })),
    state('confirmation', async (stage) => ({
      path: paths.confirmation((await stageReport(stage, explored)).reference),
    })),
  ]
}

const tasks = ({ event, ways }: Explored, state: (what: string, play: State['play']) => State): State[] => {
  const path = paths.tasks(event.type)
  const half = [...ways.before.values()].at(ways.before.size / 2) ?? {}
  const after = (answers: object) => async (stage: Stage) => {
    await stageDraft(stage, event, answers as never)
    return { path }
  }
  return [state('tasks', () => ({ path })), state('tasks-begun', after(half)), state('tasks-done', after(ways.whole))]
}

/** Pages about no event, or about all. */
export const statesOfDrafts = (explored: readonly Explored[]): State[] => [
  plain('report', paths.events),
  plain('report-with-drafts', paths.events, {
    play: async (stage) => {
      for (const { event, ways } of explored.filter(({ event: each }) => isProved(each))) {
        await stageDraft(stage, event, ways.whole)
      }
      return { path: paths.events }
    },
  }),
  plain('report/gone', paths.draftGone, { status: 409 }),
  plain('report/too-many', paths.tooManyDrafts, { status: 409 }),
]

async function firstAgreement(stage: Stage, event: LifeEvent): Promise<string> {
  const { recipients } = await asStagePerson(stage, async (owner) =>
    openJourney(owner, event, await findDraft(owner, { eventType: event.type })),
  )
  const [first] = recipients
  if (!first) throw new Error(`Nobody is told of ${event.type}: apply an agencies file first`)
  return first.agreement.id
}
