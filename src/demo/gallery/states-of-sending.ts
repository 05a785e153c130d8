import type { LifeEvent } from '../../catalogue/life-event.ts'
import { beginToCorrect } from '../../reports/afterwards/correct.ts'
import { paths } from '../../reports/paths.ts'
import { asStagePerson, stageDraft, type Stage } from './stage.ts'
import { stageReport } from './stage-report.ts'
import { plain, type State } from './state.ts'
import { isProved, type Explored } from './states-of-questions.ts'
import { openJourney } from '../../reports/journey/open-journey.ts'
import { findDraft } from '../../reports/drafts/draft-store.ts'

type Make = (what: string, play: State['play'], status?: number) => State

/** From the last answer to the confirmation. */
export function statesOfSending(explored: Explored): State[] {
  const { event } = explored
  const make: Make = (what, play, status) => ({
    ...{ name: `report/${event.type}/${what}`, person: isProved(event) ? 'proved' : 'signed-in', play },
    ...(status && { status }),
  })
  return [
    ...(event.tasks ? tasks(explored, make) : []),
    ...lookedThrough(explored, make),
    ...leavingOut(explored, make),
    ...sent(explored, make),
  ]
}

/** All is answered, and is looked through before it is sent. */
function lookedThrough({ event, ways }: Explored, make: Make): State[] {
  const told = paths.whoWillBeTold(event.type)
  const whole = (stage: Stage) => stageDraft(stage, event, ways.whole, true)
  const page = (what: string, path: string) =>
    make(what, async (stage) => {
      await whole(stage)
      return { path }
    })
  const pageOfBody = (what: string, path: (type: string, agreementId: string) => string) =>
    make(what, async (stage) => {
      await whole(stage)
      return { path: path(event.type, await firstAgreement(stage, event)) }
    })
  const unlike = async (stage: Stage) => ({
    path: told,
    form: { draft: (await whole(stage)).id, seen: 'something else' },
  })
  return [
    page('check-answers', paths.checkAnswers(event.type)),
    page('who-will-be-told', told),
    make('who-will-be-told-with-errors', unlike, 400),
    pageOfBody('when-told', paths.whenTold),
    pageOfBody('day-told', paths.dayTold),
    make('draft-removal', async (stage) => ({ path: paths.draftRemoval(event.type, (await whole(stage)).id) })),
  ]
}

function sent(explored: Explored, make: Make): State[] {
  const { event } = explored
  return [
    make('confirmation', async (stage) => ({
      path: paths.confirmation((await stageReport(stage, explored)).reference),
    })),
    make('correction', async (stage) => {
      const { id } = await stageReport(stage, explored)
      await asStagePerson(stage, (owner) => beginToCorrect(owner, id))
      return { path: paths.whoWillBeTold(event.type) }
    }),
  ]
}

/** Somebody at risk may keep more from a body than its agreement does. */
function leavingOut({ event, ways }: Explored, make: Make): State[] {
  const atRisk = Object.hasOwn(ways.whole, 'safety') ? { ...ways.whole, safety: 'yes' } : undefined
  if (!atRisk || !event.safety(atRisk)) return []
  const page = (what: string, path: (agreementId: string) => string) =>
    make(what, async (stage) => {
      await stageDraft(stage, event, atRisk, true)
      return { path: path(await firstAgreement(stage, event)) }
    })
  return [
    page('leave-out', (id) => paths.leaveOut(event.type, id)),
    page('at-risk/check-answers', () => paths.checkAnswers(event.type)),
    page('at-risk/who-will-be-told', () => paths.whoWillBeTold(event.type)),
  ]
}

function tasks({ event, ways }: Explored, make: Make): State[] {
  const path = paths.tasks(event.type)
  const half = [...ways.before.values()].at(ways.before.size / 2) ?? {}
  const after = (answers: object) => async (stage: Stage) => {
    await stageDraft(stage, event, answers as never)
    return { path }
  }
  return [make('tasks', () => ({ path })), make('tasks-begun', after(half)), make('tasks-done', after(ways.whole))]
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
