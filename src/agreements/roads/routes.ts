import { Router } from 'express'
import { findAgencies, type ShownAgency } from '../../agencies/agency-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { sharedFacts, type SharedFact } from './ask-once-store.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { factInWords, factOf } from './fact.ts'

const words = { en, cy }

/** Facts that bodies get from one another, so that nobody need be asked for them again. */
export function askedOnceRoutes({ db, clock, events }: { db: Db; clock: Clock; events?: Catalogue }): Router {
  const router = Router()

  router.get('/not-asked-again', anyone, async (req, res) => {
    const facts = await sharedFacts(db, ukToday(clock()))
    const bodies = await findAgencies(
      db,
      facts.flatMap(({ askerId, holderId }) => [askerId, holderId]),
    )
    const text = words[req.language].askedOnce
    renderPage(req, res, 'agreements/roads/not-asked-again.njk', {
      ...{ title: text.title, text, backLink: '/agreements' },
      bodies: byBody(facts, { bodies, language: req.language, events }),
    })
  })

  return router
}

interface Reading {
  bodies: ReadonlyMap<string, ShownAgency>
  language: Language
  events: Catalogue
}

function byBody(facts: readonly SharedFact[], { bodies, language, events }: Reading) {
  const text = words[language].askedOnce
  const nameOf = (id: string) => inLanguage(bodies.get(id)?.name ?? { en: id }, language)
  return [...new Set(facts.map(({ askerId }) => askerId))].map((id) => ({
    ...{ id, name: nameOf(id), caption: text.caption(nameOf(id)) },
    facts: facts
      .filter(({ askerId }) => askerId === id)
      .map((one) => ({
        name: factInWords(factOf(one, events) ?? { ...one, id: '' }, language, events),
        from: text.from(nameOf(one.holderId)),
        href: `/agreements/${one.agreementId}`,
      })),
  }))
}
