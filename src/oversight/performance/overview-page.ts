import type { Request, Response } from 'express'
import type { Db } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { renderPage } from '../../web/page.ts'
import { figures, groups, type Figure } from './figure.ts'
import {
  madeMonths,
  runningFigures,
  snapshotsSince,
  type MadeMonth,
  type RunningFigure,
  type Snapshot,
} from './figure-store.ts'
import { MONTHS_KEPT } from './make-figures.ts'
import { monthsUpTo, type Month } from './month.ts'
import { chartOf, figurePath, monthInWords, nameOf, partInWords, valueInWords } from './show-figure.ts'
import { words } from './words.ts'

// Beyond them a figure's own page goes on: this one costs the same however long figures have been kept.
const MONTHS_DRAWN = 12

interface Drawn {
  months: string
  snapshots: readonly Snapshot[]
  charts: ReturnType<typeof chartOf>[]
}

/**
 * The headline figures. What is made never changes, and so it is read and drawn once for as long as no month is added.
 */
export function overview(db: Db): (req: Request, res: Response) => Promise<void> {
  const drawn = new Map<Language, Drawn>()
  return async (req, res) => {
    const { language } = req
    const text = words[language]
    const [made, running] = await Promise.all([madeMonths(db, MONTHS_KEPT), runningFigures(db)])
    const months = made.map(({ month }) => month).join(' ')
    const known = drawn.get(language)
    const latest = known?.months === months ? known : { months, ...(await drawnOf(db, made, language)) }
    drawn.set(language, latest)
    renderPage(req, res, 'oversight/performance/overview.njk', {
      ...{ title: text.title, words: text, counted: countedOn(made[0], language) },
      latest: made[0] && text.latest(monthInWords(made[0].month, language)),
      running: running[0] && text.running(monthInWords(running[0].month, language)),
      runningOn: runningOf(running, language),
      groups: groupsOf(latest.snapshots, running, made[0]?.month, language),
      charts: latest.charts,
    })
  }
}

async function drawnOf(db: Db, [last]: readonly MadeMonth[], language: Language): Promise<Omit<Drawn, 'months'>> {
  if (!last) return { snapshots: [], charts: [] }
  const months = monthsUpTo(last.month, MONTHS_DRAWN)
  const snapshots = await snapshotsSince(db, { since: months[0] ?? last.month })
  const shown = figures.filter(({ drawn }) => drawn)
  return {
    snapshots: snapshots.filter(({ month }) => month === last.month),
    charts: shown.map((figure) =>
      chartOf(figure, { parts: figure.headline.slice(0, 2) }, months, snapshots.filter(isOf(figure)), language),
    ),
  }
}

const isOf =
  ({ id }: Figure) =>
  ({ figure }: { figure: string }) =>
    figure === id

function countedOn(made: MadeMonth | undefined, language: Language): string {
  const text = words[language]
  return made ? text.countedOn(monthInWords(made.month, language), formatDateTime(made.madeAt, language)) : text.noMonth
}

function runningOf([one]: readonly RunningFigure[], language: Language): string | undefined {
  const text = words[language]
  return one && text.runningOn(monthInWords(one.month, language), formatDateTime(one.countedAt, language))
}

function groupsOf(
  snapshots: readonly Snapshot[],
  running: readonly RunningFigure[],
  month: Month | undefined,
  language: Language,
) {
  const text = words[language]
  return groups.map((group) => ({
    heading: text.groups[group],
    figures: figures
      .filter((one) => one.group === group)
      .map((figure) => ({
        ...{ name: nameOf(figure, language), href: figurePath(figure), definition: text.figures[figure.id].definition },
        latest: month === undefined ? [] : linesOf(figure, snapshots.filter(isOf(figure)), language),
        running:
          figure.headline.length < 3 && running.some(isOf(figure))
            ? linesOf(figure, running.filter(isOf(figure)), language)
            : [],
      })),
  }))
}

/** A line for each part that is said here; all others are on the figure's own page. */
function linesOf(figure: Figure, values: readonly { part: string; value: number | null }[], language: Language) {
  return figure.headline.map((part) => {
    const value = valueInWords(figure, values.find((one) => one.part === part)?.value, language)
    return { ...(part !== '' && { part: partInWords(part, language) }), value }
  })
}
