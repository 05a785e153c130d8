import type { Request, Response } from 'express'
import { findAgencies } from '../../agencies/agency-store.ts'
import { askOnceRequests, type AskOnceLine } from '../../agreements/roads/ask-once-store.ts'
import { factInWords, factOf } from '../../agreements/roads/fact.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { words as proposalWords } from '../proposals/place.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { RoadParts } from './routes.ts'
import { words } from './words.ts'

const MOST = 200

/** What this body asks others to share, and what others ask of it. */
export async function showAskOnce({ db, events }: RoadParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const own = agencyOf(req)
  const { lines, names } = await inContext(db, { agency: own }, async (tx) => {
    const lines = await askOnceRequests(tx, MOST)
    const of = lines.flatMap(({ askerId, holderId }) => [askerId, holderId])
    return { lines, names: await findAgencies(tx, of) }
  })
  const nameOf = (id: string) => inLanguage(names.get(id)?.name ?? { en: id }, language)
  const text = words[language].askOnce
  const shown = (line: AskOnceLine) => ({
    href: line.state === 'draft' ? `/agency/requests/ask-once/opened/${line.id}` : `/agency/proposals/${line.id}`,
    name: `${text.from(nameOf(line.askerId), nameOf(line.holderId))}: ${factName(line, language, events)}`,
    state: stateInWords(line.state, language),
    on: text.on(formatDate(ukToday(line.proposedAt), language)),
  })
  renderStaffPage(req, res, 'oversight/roads/ask-once.njk', {
    ...{ title: text.title, words: text, backLink: '/agency/agreements', mayAsk: staffOf(req).role === 'admin' },
    ofYou: lines.filter(({ holderId }) => holderId === own).map(shown),
    yours: lines.filter(({ askerId }) => askerId === own).map(shown),
  })
}

function factName({ terms }: AskOnceLine, language: Language, events: Catalogue): string {
  const [told] = terms.events
  const fact = told && factOf({ type: told.type, field: told.fields[0] ?? '' }, events)
  return fact ? factInWords(fact, language, events) : ''
}

function stateInWords(state: AskOnceLine['state'], language: Language): string {
  const { byPeople, waits } = words[language].askOnce
  if (state === 'draft') return byPeople
  return state === 'proposed' ? waits : proposalWords[language].list.states[state]
}
