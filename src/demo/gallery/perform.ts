import type { Request, RequestHandler, Response, Router } from 'express'
import { warnBeforeEnd } from '../../identity/session-warning.ts'
import type { StaffMember } from '../../identity/staff/staff.ts'
import { staffNavigation } from '../../oversight/staff-navigation.ts'
import type { ReportParts } from '../../reports/journey/visit.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { errorPages, noSuchPage } from '../../web/error-pages.ts'
import { navigation } from '../../web/navigation.ts'
import { stageColleague } from './stage-colleague.ts'
import { actAsWeb } from './stage-store.ts'
import { setStage, type Stage } from './stage.ts'
import type { Asked, State } from './state.ts'

export interface Theatre {
  /** The owner's: what happens before a page is seen is the work of web and worker. */
  db: Db
  parts: ReportParts
  /** The doors for people, over whatever database they are given. */
  doors: (db: Db) => Router[]
}

/** Plays what came before in a transaction, lets the real door answer in it, and undoes all of it. */
export async function perform({ db, parts, doors }: Theatre, state: State, req: Request, res: Response): Promise<void> {
  const undone = new Error('The state has been seen')
  const shown = inTransaction(db, async (tx) => {
    const stage = await setStage(tx, parts, state.person === 'proved')
    const staff = state.staff === undefined ? undefined : await stageColleague(tx, state.staff)
    const asked = await state.play(stage)
    await actAsWeb(tx)
    await answer(asking(req, { ...stage, staff }, state, asked), res, [...doors(tx)], asked.failure)
    throw undone
  })
  await shown.catch((error: unknown) => {
    if (error !== undone) throw error
  })
}

type Cast = Stage & { staff: StaffMember | undefined }

/** As if this person had asked for that: in the gallery nobody is signed in, and no session is begun. */
function asking(req: Request, { person, staff, now }: Cast, state: State, { path, form, done }: Asked): Request {
  const signedIn = state.person !== 'nobody'
  const forWork = staff ? { staffId: staff.id, ...(done && { staffDone: done }) } : {}
  const times = { signedInAt: now.getTime(), lastSeenAt: now.getTime() }
  const own = {
    method: form ? 'POST' : 'GET',
    url: path,
    body: form,
    person: signedIn ? person : undefined,
    staff,
    session: signedIn ? { accountId: person.accountId, proved: person.proved, ...times } : { ...forWork, ...times },
    sessionID: 'gallery',
    csrfToken: () => 'gallery',
  }
  const properties = Object.entries(own).map(([name, value]) => [name, { value, writable: true }])
  return Object.create(req, Object.fromEntries(properties) as PropertyDescriptorMap) as Request
}

/** Resolves when the page has been rendered; a page that leads elsewhere is not the state that was meant. */
async function answer(req: Request, res: Response, doors: Router[], failure: unknown): Promise<void> {
  const ended = new Promise<void>((resolve) => res.once('close', resolve).once('finish', resolve))
  const porters: RequestHandler[] = [warnBeforeEnd(() => new Date()), staffNavigation, navigation]
  const refuse = (error: unknown) => errorPages(error, req, res, () => undefined)
  res.redirect = ((status: number, to: string) =>
    refuse(new Error(`This state leads on to ${to} (${status})`))) as never
  const [first, ...rest] = [...porters, ...doors, noSuchPage]
  const pass =
    (handlers: RequestHandler[]) =>
    (error?: unknown): void => {
      const [next, ...others] = handlers
      if (error) return void refuse(error)
      // A door may fail at once, or after a while.
      void Promise.resolve(next)
        .then((handler) => handler?.(req, res, pass(others)))
        .catch(refuse)
    }
  pass(first ? [first, ...rest] : rest)(failure)
  await ended
}
