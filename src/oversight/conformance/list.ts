import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import { conformedStreams, runsOf, type Run } from '../../deliveries/conformance/run-store.ts'
import { agencyOf, atLeast, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConformanceParts } from './routes.ts'
import { dayOf, streamName, words } from './tried-stream.ts'

const MOST_RUNS = 50

/** An agency's streams, whether each has passed, and the runs there were. */
export async function showList({ db }: ConformanceParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const seen = await inContext(db, { agency }, async (tx) => ({
    streams: await listSubscriptions(tx, [agency]),
    must: (await findAgency(tx, agency))?.conformance === 'required',
    passed: await conformedStreams(tx, agency),
    runs: await runsOf(tx, agency, MOST_RUNS),
  }))
  const text = words[req.language]
  renderStaffPage(req, res, 'oversight/conformance/list.njk', {
    title: text.list.title,
    words: text.list,
    must: seen.must,
    streams: seen.streams.map((stream) => streamRow(stream, seen, req.language)),
    runs: seen.runs.map((run) => runRow(run, seen.streams, req.language)),
    mayStart: (atLeast('officer') as readonly string[]).includes(staffOf(req).role),
  })
}

interface Seen {
  passed: ReadonlyMap<string, Date>
  runs: readonly Run[]
}

function streamRow(stream: Subscription, { passed, runs }: Seen, language: Language) {
  const text = words[language].list
  const at = passed.get(stream.id)
  const name = streamName(stream, language)
  const on = runs.find(({ subscriptionId, state }) => subscriptionId === stream.id && state === 'running')
  return {
    id: stream.id,
    name,
    passed: at !== undefined,
    standing: at ? text.passedOn(dayOf(at, language)) : text.neverPassed,
    start: text.startOf(name),
    polls: stream.method === 'poll',
    running: on && `/agency/conformance/runs/${on.id}`,
  }
}

function runRow(run: Run, streams: readonly Subscription[], language: Language) {
  const stream = streams.find(({ id }) => id === run.subscriptionId)
  return {
    href: `/agency/conformance/runs/${run.id}`,
    started: formatDateTime(run.startedAt, language),
    stream: streamName(stream ?? { method: run.method, endpointUrl: null }, language),
    state: run.state,
    result: words[language].states[run.state],
  }
}
