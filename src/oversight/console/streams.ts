import type { Request, Response } from 'express'
import { eventInWords } from '../../agreements/show-agreement.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDateTime, ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { deliveredTypes } from '../../subscriptions/stream-store.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { streamLoads, type StreamLoad } from './load-store.ts'
import type { Reason } from './reason.ts'
import type { ConsoleParts } from './routes.ts'
import { sendingRows, sendingWords } from './sending-words.ts'
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
    ...(load.method === 'push' && { change: sendingWords[req.language].change }),
    reason: tried?.text ?? '',
    errorOf: errorMessages(errors, req.language),
    backLink: '/agency/streams',
  })
}

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
    ...(load.endpointUrl ? [[words.address, withoutQuery(load.endpointUrl)]] : []),
    [words.events, events.join(', ') || words.nothing],
    ...(load.method === 'inbox' ? [] : [[words.signed, load.algorithm]]),
    [words.waiting, String(load.waiting)],
    [words.oldest, shown.oldest],
    ...(load.failingSince ? [[sendingWords[language].failing, when(load.failingSince)]] : []),
    ...(load.method === 'push' ? [...sendingRows(load, language), [words.proof, when(load.provedAt)]] : []),
    [words.conformance, when(load.conformedAt)],
    [words.ofFile, load.position === null ? words.keptByYou : words.keptByFile],
  ]
}

/** A query may hold a secret, which is not for everybody who may look. */
const withoutQuery = (address: string) => address.replace(/\?.*$/s, '')
