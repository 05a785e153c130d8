import { Router } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { addDays, formatDate, type CalendarDate } from '../../shared/dates.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { registeredActivities } from '../activities/activity-store.ts'
import { publishedCounts, type PublishedCount } from './count-store.ts'
import { words } from './words.ts'

/** What is published in numbers of what people ask, and of what is kept back from them. */
export function figuresRoutes({ db }: { db: Db }): Router {
  const router = Router()
  router.get('/access/figures', anyone, async (req, res) => {
    const { figures: text } = words[req.language]
    const [questions, sealed] = [await publishedCounts(db, 'questions'), await publishedCounts(db, 'sealed')]
    const [purposes, names] = [await purposesOf(db, questions, req.language), await namesOf(db, req.language)]
    const inWords = describer(names, req.language)
    renderPage(req, res, 'access-log/sealed/figures.njk', {
      ...{ title: text.title, words: text },
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

async function purposesOf(db: Db, counts: readonly PublishedCount[], language: Language) {
  const found = await registeredActivities(db, [...new Set(counts.map(({ activityId }) => activityId))])
  return (id: string) => {
    const activity = found.get(id)
    return activity ? inLanguage(activity.purpose, language) : id
  }
}

/** Null: fewer than five, or none. */
const asJson = ({ agencyId, activityId, quarter, count }: PublishedCount) => ({
  ...{ agency: agencyId, ...(activityId !== '' && { activity: activityId }), quarter_from: quarter },
  count: count ?? null,
})
