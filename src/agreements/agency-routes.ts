import { Router } from 'express'
import { listAgencies } from '../agencies/agency-store.ts'
import { clusters, type Agency } from '../agencies/agency.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { ukToday } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { anyone } from '../web/access.ts'
import { renderPage } from '../web/page.ts'
import { listAgreements, type RegisteredAgreement } from './agreement-store.ts'
import { standingOn } from './agreement.ts'
import { contactWays } from './contact-ways.ts'
import type { AgreementParts } from './routes.ts'
import { fieldsInWords, said, words } from './show-agreement.ts'

/** The public bodies that take part. The page stands in this room because what a body is told is its agreements. */
export function agencyRoutes({ db, clock, events }: AgreementParts): Router {
  const router = Router()

  router.get('/agencies', anyone, async (req, res) => {
    const [agencies, agreements] = await Promise.all([listAgencies(db), listAgreements(db)])
    const { language } = req
    const text = words[language]
    const live = agreements.filter((agreement) => standingOn(ukToday(clock()), agreement) === 'live')
    const groups = clusters
      .map((cluster) => ({
        title: text.clusters[cluster],
        bodies: agencies
          .filter((agency) => agency.cluster === cluster)
          .map((agency) => shown(agency, live, { language, events })),
      }))
      .filter(({ bodies }) => bodies.length > 0)
    const illustrated = agencies.some(({ illustration }) => illustration)
    renderPage(req, res, 'agreements/agencies.njk', { title: text.agencies.title, text, groups, illustrated })
  })

  return router
}

interface Reading {
  language: Language
  events?: Catalogue
}

function shown(agency: Agency, live: readonly RegisteredAgreement[], { language, events }: Reading) {
  const { id, name, areas, active, illustration, contact } = agency
  const text = words[language].agencies
  return {
    ...{ id, illustration },
    ways: contactWays(contact, language),
    name: said(name, language),
    serves: areas === null ? text.everywhere : text.someAreas,
    suspended: !active,
    told: live
      .filter(({ agencyId }) => agencyId === id)
      .map((agreement) => ({
        href: `/agreements/${agreement.id}`,
        purpose: said(agreement.purpose, language),
        fields: fieldsTold(agreement, { language, events }),
      })),
  }
}

function fieldsTold({ events, matching }: RegisteredAgreement, { language, events: known }: Reading) {
  const types = events.map(({ type }) => type)
  const fields = [...events.flatMap((event) => event.fields), ...matching]
  return fieldsInWords({ types, fields }, language, known)
}
