import type { Request, Response } from 'express'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { renderPage } from '../../web/page.ts'
import { concernCounts } from './concern-store.ts'
import { findSubject } from './concerned-agreement.ts'
import { namesOfParties } from './party-names.ts'
import { mediationsOf } from './mediation-store.ts'
import { bodiesOfKind } from './party-store.ts'
import type { ConcernParts } from './routes.ts'
import { storyOf } from './story.ts'
import { words } from './words.ts'

/** How many raised what, and each mediation with what both sides said and what came of it. Nobody's own words. */
export async function showConcerns({ db }: ConcernParts, req: Request, res: Response): Promise<void> {
  const { agreement, agency } = await findSubject(db, req)
  const { language } = req
  const [counts, mediations] = [await concernCounts(db, agreement.id), await mediationsOf(db, agreement.id)]
  const names = await namesOfParties(db, mediations)
  const text = words[language]
  const path = `/agreements/${agreement.id}`
  const ownAgency = req.staff?.agencyId
  const advocate = ownAgency != null && (await bodiesOfKind(db, 'advocate')).includes(ownAgency)
  renderPage(req, res, 'agreements/concerns/concerns.njk', {
    title: text.page.title(inLanguage(agency.name, language), inLanguage(agreement.purpose, language)),
    ...{ words: text.page, backLink: path },
    raiseHref: agreement.state === 'ended' ? undefined : `${path}/concerns/new`,
    advocateHref: advocate && agreement.state !== 'ended' ? `/agency/concerns/new/${agreement.id}` : undefined,
    counts: counts.map(({ category, people, lastAt }) => ({
      category: text.categories[category],
      people: text.page.people(people),
      last: formatDate(ukToday(lastAt), language),
    })),
    stories: mediations.map((mediation) => storyOf(mediation, names, language)),
  })
}
