import { Router } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { addDays, formatDate, type CalendarDate } from '../../shared/dates.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { namedActivities } from '../activities/named-activities.ts'
import { publishedCounts, type PublishedCount } from './count-store.ts'
import { words } from './words.ts'

export interface FiguresParts {
  db: Db
  baseUrl: string
  events?: Catalogue
}

/** What is published in numbers of what people ask, and of what is kept back from them. */
export function figuresRoutes(parts: FiguresParts): Router {
  const { db } = parts
  const router = Router()
  router.get('/access/figures', anyone, async (req, res) => {
    const { figures: text } = words[req.language]
    const [questions, sealed] = [await publishedCounts(db, 'questions'), await publishedCounts(db, 'sealed')]
    const [purposes, names] = [await purposesOf(parts, questions, req.language), await namesOf(db, req.language)]
    const inWords = describer(names, req.language)
    renderPage(req, res, 'access-log/sealed/figures.njk', {
      ...{ title: text.title, words: text, backLink: '/access' },
      questions: questions.map((one) => ({ ...inWords(one), activity: purposes(one.activityId) })),
      sealed: sealed.map(inWords),
    })
  })
  router.get('/access/figures.json', anyone, async (_req, res) => {
    const [questions, sealed] = [await publishedCounts(db, 'questions'), await publishedCounts(db, 'sealed')]
    res.json({ questions: questions.map(asJson), sealed: sealed.map(asJson) })
  })
  return router
}

const describer = (nameOf: (id: string) => string, language: Language) => (one: PublishedCount) => {
  const { figures: text } = words[language]
  return { body: nameOf(one.agencyId), quarter: quarterInWords(one.quarter, language), count: one.count ?? text.few }
}

function quarterInWords(first: CalendarDate, language: Language): string {
  const [year = 0, month = 1] = first.split('-').map(Number)
  const next = month > 9 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`
  return words[language].figures.from(formatDate(first, language), formatDate(addDays(next, -1), language))
}

async function namesOf(db: Db, language: Language) {
  const names = new Map((await listAgencies(db)).map(({ id, name }) => [id, inLanguage(name, language)]))
  return (id: string) => names.get(id) ?? id
}

/** In the words that each activity has now. */
async function purposesOf({ db, ...parts }: FiguresParts, counts: readonly PublishedCount[], language: Language) {
  const byBody = Map.groupBy(counts, ({ agencyId }) => agencyId)
  const found = await Promise.all(
    [...byBody].map(([agencyId, of]) =>
      namedActivities(
        db,
        parts,
        agencyId,
        of.map(({ activityId }) => activityId),
      ),
    ),
  )
  const known = new Map(found.flatMap((activities) => [...activities]))
  return (id: string) => {
    const activity = known.get(id)
    return activity ? inLanguage(activity.purpose, language) : id
  }
}

/** Null: fewer than five, or none. */
const asJson = ({ agencyId, activityId, quarter, count }: PublishedCount) => ({
  ...{ agency: agencyId, ...(activityId !== '' && { activity: activityId }), quarter_from: quarter },
  count: count ?? null,
})
