import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { eventInWords } from '../../agreements/show-agreement.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDateTime, ukToday } from '../../shared/dates.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { addStreamEvent } from '../../subscriptions/stream-event-store.ts'
import { deliveredTypes, setStreamStatus } from '../../subscriptions/stream-store.ts'
import type { Status } from '../../subscriptions/subscription.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { lockSubscription, streamLoads, type StreamLoad } from './load-store.ts'
import { readReason, type Reason } from './reason.ts'
import type { ConsoleParts } from './routes.ts'
import { streamRow } from './stream-row.ts'
import { consoleWords } from './words.ts'

export async function showStreams({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { streams: words, overview } = consoleWords[req.language]
  const agency = agencyOf(req)
  const now = clock()
  const loads = await inContext(db, { agency }, (tx) => streamLoads(tx, agency, now))
  renderStaffPage(req, res, 'oversight/console/streams.njk', {
    ...{ title: words.title, words, overview },
    streams: loads.map((load, index) => streamRow(load, index, { now, language: req.language })),
  })
}

/** @param tried what somebody wrote who could not yet pause it. */
export async function showStream(parts: ConsoleParts, req: Request, res: Response, tried?: Reason): Promise<void> {
  const { stream: words, reason: reasonWords } = consoleWords[req.language]
  const agency = agencyOf(req)
  const found = await inContext(parts.db, { agency }, (tx) => oneStream(tx, parts, agency, req.params['id']))
  const { load, index, types } = found
  const shown = streamRow(load, index, { now: parts.clock(), language: req.language })
  const errors = tried?.errors ?? []
  renderStaffPage(req, res, 'oversight/console/stream.njk', {
    ...{ title: shown.name, words, reasonWords, stream: shown, isOn: load.status === 'enabled', errors },
    rows: rowsOf(load, shown, types.map((type) => eventInWords(type, req.language, parts.events)).sort(), req),
    reason: tried?.text ?? '',
    errorOf: errorMessages(errors, req.language),
    backLink: '/agency/streams',
  })
}

/** What is paused is kept until it is on again; its own system is told, since its own people did it, not its programs. */
export async function pauseStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const reason = readReason(req.body, req.language)
  if (reason.errors.length > 0) return showStream(parts, req, res, reason)
  await setStatus(parts, req, { status: 'paused', reason: reason.text })
  res.redirect(303, `/agency/streams/${String(req.params['id'])}`)
}

export async function resumeStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  await setStatus(parts, req, { status: 'enabled', reason: null })
  res.redirect(303, `/agency/streams/${String(req.params['id'])}`)
}

async function setStatus(parts: ConsoleParts, req: Request, to: { status: Status; reason: string | null }) {
  const [agency, id] = [agencyOf(req), String(req.params['id'])]
  if (!isUuid(id)) throw notFound()
  const now = parts.clock()
  await inContext(parts.db, { agency }, async (tx) => {
    const stream = await lockSubscription(tx, agency, id)
    if (!stream) throw notFound()
    if (stream.status === to.status) return
    await setStreamStatus(tx, id, to, now)
    if (stream.method !== 'inbox') await tellItself(tx, { agency, id, to }, now)
    const action = to.status === 'paused' ? 'stream-paused' : 'stream-resumed'
    await recordAction(tx, { staff: staffOf(req), action, target: id, reason: to.reason ?? undefined, at: now })
  })
}

type Change = { agency: string; id: string; to: { status: Status; reason: string | null } }

const tellItself = (tx: Parameters<typeof addStreamEvent>[0], { agency, id, to }: Change, now: Date) =>
  addStreamEvent(
    tx,
    {
      ...{ id: randomUUID(), subscriptionId: id, agencyId: agency, kind: 'stream-updated' },
      content: { status: to.status, ...(to.reason !== null && { reason: to.reason }) },
    },
    now,
  )

async function oneStream(tx: Db, { clock }: ConsoleParts, agency: string, id: unknown) {
  const loads = await streamLoads(tx, agency, clock())
  const index = loads.findIndex((load) => load.id === id)
  const load = loads[index]
  if (!load) throw notFound()
  const types = (await deliveredTypes(tx, [load.id], ukToday(clock()))).get(load.id) ?? []
  return { load, index, types }
}

function rowsOf(load: StreamLoad, shown: ReturnType<typeof streamRow>, events: string[], { language }: Request) {
  const { stream: words, streams } = consoleWords[language]
  const when = (at: Date | null) => (at ? formatDateTime(at, language) : words.not)
  return [
    [words.status, streams.statesLong[load.status]],
    ...(load.reason ? [[words.reason, load.reason]] : []),
    [words.how, shown.how],
    ...(load.endpointUrl ? [[words.address, load.endpointUrl]] : []),
    [words.events, events.join(', ') || words.nothing],
    ...(load.method === 'inbox' ? [] : [[words.signed, load.algorithm]]),
    [words.waiting, String(load.waiting)],
    [words.oldest, shown.oldest],
    ...(load.method === 'push' ? [[words.proof, when(load.provedAt)]] : []),
    [words.conformance, when(load.conformedAt)],
    [words.ofFile, load.position === null ? words.keptByYou : words.keptByFile],
  ]
}
