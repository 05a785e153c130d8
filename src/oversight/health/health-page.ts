import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import { DAY, later } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderStaffPage } from '../staff-page.ts'
import { chartsOf, words } from './charts.ts'
import {
  figuresByAgency,
  stretches,
  timerHealth,
  type AgencyFigures,
  type TimerHealth,
  type Unit,
} from './health-store.ts'
import type { HealthParts } from './routes.ts'

const PERIODS = { day: { unit: 'hour', count: 24 }, fortnight: { unit: 'day', count: 14 } } as const

/** How deliveries go, for all bodies, and what runs by itself. */
export async function showHealth({ db, clock }: HealthParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const [period, now, text] = [periodOf(req), clock(), words[language]]
  const known = await inContext(db, { operator: true }, async (tx) => ({
    all: await stretches(tx, { now, ...PERIODS[period], agencyId: undefined }),
    agencies: await figuresByAgency(tx, later(now, -(period === 'day' ? DAY : 14 * DAY))),
    timers: await timerHealth(tx),
  }))
  renderStaffPage(req, res, 'oversight/health/health.njk', {
    ...{ title: text.title, words: text },
    ...periodsOf(req, period),
    charts: chartsOf(known.all, unitOf(period), language),
    agencies: known.agencies.map((one) => agencyRow(one, period, language)),
    timers: known.timers.map((one) => timerRow(one, language)),
  })
}

/** The same of one body. */
export async function showHealthOf({ db, clock }: HealthParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const [period, now, text] = [periodOf(req), clock(), words[language]]
  const id = String(req.params['agency'])
  const { agency, all } = await inContext(db, { operator: true }, async (tx) => {
    const agency = await findAgency(tx, id)
    if (!agency) throw notFound()
    return { agency, all: await stretches(tx, { now, ...PERIODS[period], agencyId: id }) }
  })
  renderStaffPage(req, res, 'oversight/health/health.njk', {
    ...{ title: text.titleOf(inLanguage(agency.name, language)), words: text, ofAgency: true },
    ...periodsOf(req, period),
    charts: chartsOf(all, unitOf(period), language),
  })
}

type Period = keyof typeof PERIODS

const periodOf = (req: Request): Period => (req.query['period'] === 'fortnight' ? 'fortnight' : 'day')
const unitOf = (period: Period): Unit => PERIODS[period].unit

function periodsOf(req: Request, period: Period) {
  const { periods, shown, other } = words[req.language]
  const another: Period = period === 'day' ? 'fortnight' : 'day'
  return {
    shown: shown(periods[period]),
    other: { href: `${req.path}?period=${another}`, text: other(periods[another]) },
  }
}

const agencyRow = ({ id, name, ...figures }: AgencyFigures, period: Period, language: Language) => ({
  ...{ name: inLanguage(name, language), href: `/operator/health/${id}?period=${period}`, ...figures },
})

function timerRow({ timer, lastDone, failing }: TimerHealth, language: Language) {
  const text = words[language].timers
  return {
    name: text.names[timer] ?? timer,
    lastDone: lastDone ? formatDateTime(lastDone, language) : text.never,
    ...{ failing, state: failing ? text.failing : text.well },
  }
}
