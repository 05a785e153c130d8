import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { element, escaped } from '../../web/charts/svg.ts'
import { latestDecisions, madeMonths, type MadeMonth, type PublicDecision } from './figure-store.ts'
import { monthInAddress } from './month.ts'
import { monthInWords } from './show-figure.ts'
import { words } from './words.ts'

const MOST = 50

interface Entry {
  id: string
  title: string
  href: string
  at: Date
  summary: string
}

/** What is new, as an Atom feed (RFC 4287): months whose figures are made, and decisions on agreements. */
export async function changesFeed(db: Db, baseUrl: string, language: Language): Promise<string> {
  const { feed } = words[language]
  const [months, decisions] = [await madeMonths(db, MOST), await latestDecisions(db, Object.keys(feed.acts), MOST)]
  const entries = [
    ...months.map((one) => monthEntry(one, baseUrl, language)),
    ...decisions.map((one) => decisionEntry(one, baseUrl, language)),
  ]
  const newest = entries.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST)
  const self = `${baseUrl}/performance/feed.xml`
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    element('id', {}, escaped(self)),
    element('title', {}, escaped(feed.title)),
    element('updated', {}, (newest[0]?.at ?? new Date(0)).toISOString()),
    element('author', {}, element('name', {}, escaped(words[language].title))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: `${baseUrl}/performance` }),
    ...newest.map(asElement),
  )}\n`
}

function monthEntry({ month, madeAt }: MadeMonth, baseUrl: string, language: Language): Entry {
  const { feed } = words[language]
  return {
    ...{ id: `${baseUrl}/performance#${monthInAddress(month)}`, href: `${baseUrl}/performance`, at: madeAt },
    ...{ title: feed.month(monthInWords(month, language)), summary: feed.monthText },
  }
}

function decisionEntry(decision: PublicDecision, baseUrl: string, language: Language): Entry {
  const { id, agreementId, registered, act, words: said, at } = decision
  const page = registered ? `${baseUrl}/agreements/${encodeURIComponent(agreementId)}` : `${baseUrl}/agreements`
  return {
    ...{ id: `${baseUrl}/agreements#decision-${id}`, href: page, at },
    title: `${agreementId}: ${words[language].feed.acts[act] ?? act}`,
    summary: said ? inLanguage(said, language) : '',
  }
}

const asElement = ({ id, title, href, at, summary }: Entry) =>
  element(
    'entry',
    {},
    element('id', {}, escaped(id)),
    element('title', {}, escaped(title)),
    element('updated', {}, at.toISOString()),
    element('link', { rel: 'alternate', type: 'text/html', href }),
    element('summary', {}, escaped(summary)),
  )
