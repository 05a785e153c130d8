import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { lockSending, setSending } from './sending-store.ts'
import { readSending, typedFrom, typedSending, type TypedSending } from './read-sending.ts'
import type { ConsoleParts } from './routes.ts'
import { LEAST_PER_SECOND, MOST_AT_ONCE, MOST_PER_SECOND } from '../../subscriptions/sending-entry.ts'
import { sendingWords } from './sending-words.ts'
import { consoleWords } from './words.ts'

/** How fast a stream of the body's is sent to, and when it is not: for streams that are pushed to. */
export async function showSendingForm({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const terms = await inContext(db, { agency: agencyOf(req) }, (tx) => found(tx, req))
  renderForm(req, res, typedFrom(terms, req.language))
}

export async function changeSending(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const typed = typedSending(req.body)
  const read = readSending(typed, req.language)
  const [agency, at] = [agencyOf(req), parts.clock()]
  await inContext(parts.db, { agency }, async (tx) => {
    const { id } = await found(tx, req)
    if ('errors' in read) return
    await setSending(tx, id, read.terms, at)
    await recordAction(tx, { staff: staffOf(req), action: 'stream-sending-changed', target: id, at })
  })
  if ('errors' in read) return renderForm(req, res, typed, read.errors)
  noteStaffDone(req, 'stream-sending-changed')
  res.redirect(303, streamPath(req))
}

async function found(tx: Db, req: Request) {
  const id = String(req.params['id'])
  const stream = isUuid(id) ? await lockSending(tx, agencyOf(req), id) : undefined
  if (!stream) throw notFound()
  return stream
}

const streamPath = (req: Request) => `/agency/streams/${String(req.params['id'])}`

function renderForm(req: Request, res: Response, typed: TypedSending, errors: FieldError[] = []): void {
  const { form: words } = sendingWords[req.language]
  renderStaffPage(req, res, 'oversight/console/sending-form.njk', {
    ...{ title: words.title, words, back: consoleWords[req.language].back, typed, errors, backLink: streamPath(req) },
    hints: {
      atOnce: words.atOnceHint(MOST_AT_ONCE),
      perSecond: words.perSecondHint(LEAST_PER_SECOND, MOST_PER_SECOND),
    },
    action: `${streamPath(req)}/sending`,
    errorOf: errorMessages(errors, req.language),
  })
}
