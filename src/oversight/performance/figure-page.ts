import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { findFigure, type Figure } from './figure.ts'
import { madeMonths, snapshotsOfMonth, snapshotsSince, type Snapshot } from './figure-store.ts'
import { MONTHS_KEPT } from './make-figures.ts'
import { monthInAddress, monthsUpTo, readMonth, type Month } from './month.ts'
import { chartsOf, figurePath, monthInWords, nameOf, partInWords, valueInWords } from './show-figure.ts'
import { words } from './words.ts'

/** One figure by month, and in one month by body: the one asked for, or the latest. */
export async function showFigure(db: Db, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language]
  const figure = findFigure(String(req.params['figure']))
  if (!figure) throw notFound()
  const made = (await madeMonths(db, MONTHS_KEPT)).map(({ month }) => month)
  const month = chosenMonth(req.query, made)
  const names = await namesOf(db, language)
  const body = chosenBody(req.query, names)
  const last = made[0]
  const months = last === undefined ? [] : monthsUpTo(last, MONTHS_KEPT).filter((one) => one >= (made.at(-1) ?? last))
  const series =
    last === undefined
      ? []
      : await snapshotsSince(db, { agencyId: body ?? '', since: months[0] ?? last, figure: figure.id })
  const ofMonth = month === undefined || body !== undefined ? [] : await snapshotsOfMonth(db, figure.id, month)
  const title = nameOf(figure, language)
  renderPage(req, res, 'oversight/performance/figure.njk', {
    ...{ title: body === undefined ? title : `${title}: ${names.get(body)}`, words: text, backLink: '/performance' },
    ...{ definition: text.figures[figure.id].definition, empty: last === undefined ? text.noMonth : undefined },
    charts: last === undefined ? [] : chartsOf(figure, months, series, language),
    ...(body === undefined ? tablesOf(figure, ofMonth, names, { month, language }) : { whole: figurePath(figure) }),
    ...(body === undefined && month !== undefined ? neighbours(figure, month, made, language) : {}),
  })
}

/** A month that is not counted is not found, so that an address never shows another one. */
function chosenMonth(query: unknown, made: readonly Month[]): Month | undefined {
  const typed = textField(query, 'month')
  if (typed === '') return made[0]
  const month = readMonth(typed)
  if (month === undefined || !made.includes(month)) throw notFound()
  return month
}

function chosenBody(query: unknown, names: ReadonlyMap<string, string>): string | undefined {
  const typed = textField(query, 'body')
  if (typed === '') return undefined
  if (!names.has(typed)) throw notFound()
  return typed
}

function tablesOf(
  figure: Figure,
  snapshots: readonly Snapshot[],
  names: ReadonlyMap<string, string>,
  { month, language }: { month: Month | undefined; language: Language },
) {
  if (month === undefined) return {}
  const text = words[language].one
  const when = monthInWords(month, language)
  const events = snapshots.filter(({ agencyId, part }) => agencyId === '' && !figure.parts.includes(part))
  return {
    ...(events.length > 0 && {
      byEvent: {
        heading: text.byPart(when),
        rows: events.map(({ part, value }) => ({
          label: partInWords(part, language),
          values: [valueInWords(figure, value, language)],
        })),
      },
    }),
    ...(figure.bodies && {
      byBody: { heading: text.byBody(when), rows: bodyRows(figure, snapshots, names, language) },
    }),
    heads: figure.parts.map((part) => (part === '' ? nameOf(figure, language) : partInWords(part, language))),
  }
}

function bodyRows(
  figure: Figure,
  snapshots: readonly Snapshot[],
  names: ReadonlyMap<string, string>,
  language: Language,
) {
  const bodies = Map.groupBy(
    snapshots.filter(({ agencyId }) => agencyId !== ''),
    ({ agencyId }) => agencyId,
  )
  return [...bodies]
    .map(([id, some]) => ({
      label: names.get(id) ?? id,
      ...(names.has(id) && { href: `${figurePath(figure)}?body=${encodeURIComponent(id)}` }),
      values: figure.parts.map((part) =>
        valueInWords(figure, some.find((one) => one.part === part)?.value ?? null, language),
      ),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
}

function neighbours(figure: Figure, month: Month, made: readonly Month[], language: Language) {
  const text = words[language].one
  const at = made.indexOf(month)
  const link = (other: Month | undefined, inWords: (month: string) => string) =>
    other && {
      href: `${figurePath(figure)}?month=${monthInAddress(other)}`,
      text: inWords(monthInWords(other, language)),
    }
  return { earlier: link(made[at + 1], text.earlier), later: link(made[at - 1], text.later) }
}

async function namesOf(db: Db, language: Language): Promise<Map<string, string>> {
  return new Map((await listAgencies(db)).map(({ id, name }) => [id, inLanguage(name, language)]))
}
