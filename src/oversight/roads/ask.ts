import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import { findAgency, listAgencies } from '../../agencies/agency-store.ts'
import { notForSharing } from '../../agreements/not-for-sharing/not-for-sharing.ts'
import { neverSharedInWords } from '../../agreements/not-for-sharing/refuse.ts'
import { askOnceRequest, fileAskOnce } from '../../agreements/roads/ask-once-store.ts'
import { factInWords, factOf, listFacts } from '../../agreements/roads/fact.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { inLanguage } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { ASK_FIELDS, readAsk, typedIn, typedOf, type Typed } from './read-ask.ts'
import type { RoadParts } from './routes.ts'
import { messagesOf, words } from './words.ts'

const LIST = '/agency/requests/ask-once'

/** An empty form; or one that citizens opened, with what is known of it. */
export async function showAskForm(parts: RoadParts, req: Request, res: Response): Promise<void> {
  const opened = req.params['id'] === undefined ? undefined : await openedRequest(parts, req)
  await show(parts, req, res, opened ? typedOf(opened) : typedIn({}), [])
}

/** Sends it to the body that holds the fact, which decides. */
export async function askBody(parts: RoadParts, req: Request, res: Response): Promise<void> {
  const { db, clock, events } = parts
  const [typed, staff, now, askerId] = [typedIn(req.body), staffOf(req), clock(), agencyOf(req)]
  const holders = (await askable(db)).map(({ id }) => id)
  const reading = readAsk(typed, { askerId, holders, events }, req.language)
  if ('errors' in reading) return show(parts, req, res, typed, reading.errors)
  const { terms, minutes } = reading
  const own = await findAgency(db, askerId)
  const [never] = own ? notForSharing(terms, own, events) : []
  if (never) return show(parts, req, res, typed, [{ field: 'fact', message: neverSharedInWords(never, req.language) }])
  const filed = { id: uuidv7(), holderId: typed.holder, terms, by: staff.id, questions: QUESTIONS, minutes }
  const id = await inContext(db, { agency: askerId }, async (tx) => {
    const added = await fileAskOnce(tx, filed, now)
    if (added) await recordAction(tx, { staff, action: 'share-asked', target: added, at: now })
    return added
  })
  if (id === undefined) {
    return show(parts, req, res, typed, [{ field: 'fact', message: words[req.language].ask.open }])
  }
  noteStaffDone(req, 'share-asked')
  res.redirect(303, LIST)
}

/** All fields but the minutes, which are about the form itself. */
const QUESTIONS = ASK_FIELDS.length - 1

async function openedRequest({ db, events }: RoadParts, req: Request) {
  const id = String(req.params['id'])
  if (!isUuid(id)) throw notFound()
  const agency = agencyOf(req)
  const found = await inContext(db, { agency }, (tx) => askOnceRequest(tx, id))
  if (!found || found.state !== 'draft' || found.askerId !== agency) throw notFound()
  const [told] = found.terms.events
  const fact = told && factOf({ type: told.type, field: told.fields[0] ?? '' }, events)
  return { terms: found.terms, fact: fact?.id ?? '' }
}

/** Bodies that take part. */
const askable = async (db: Db) => (await listAgencies(db)).filter(({ active, state }) => active && state === 'approved')

async function show({ db, events }: RoadParts, req: Request, res: Response, typed: Typed, errors: FieldError[]) {
  const { language } = req
  const text = words[language].ask
  const own = agencyOf(req)
  const bodies = (await askable(db)).filter(({ id }) => id !== own)
  const first = (chosen: string) => ({ value: '', text: text.choose, selected: chosen === '' })
  renderStaffPage(req, res, 'oversight/roads/ask.njk', {
    ...{ title: text.title, words: text, typed, errors, messages: messagesOf(errors), backLink: LIST },
    ...{ path: `${LIST}/new`, minutes: { label: words[language].minutes, hint: words[language].minutesHint } },
    facts: [
      first(typed.fact),
      ...listFacts(events).map((fact) => ({
        ...{ value: fact.id, text: factInWords(fact, language, events), selected: typed.fact === fact.id },
      })),
    ],
    holders: [
      first(typed.holder),
      ...bodies.map(({ id, name }) => ({ value: id, text: inLanguage(name, language), selected: typed.holder === id })),
    ],
    bases: Object.entries(text.bases).map(([value, label]) => ({ value, text: label, checked: typed.basis === value })),
  })
}
