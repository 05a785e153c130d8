import { Router, type Request, type Response } from 'express'
import { row } from '../../access-log/summary-row.ts'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import { fieldsFor, versionPath } from '../../agreements/agreement.ts'
import { eventInWords, fieldsInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { matchingRates, type MatchingRate } from '../../deliveries/matching-rate-store.ts'
import { viewers } from '../../identity/staff/staff-rules.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { DAY, later, type Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

export interface QualityParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

// Long enough for events that are rare, and for all that is in force today to have been tried.
const WINDOW = 365 * DAY

/** How well what a body is told fits its files, by event and by the fields that it is told. */
export function qualityRoutes(parts: QualityParts): Router {
  const router = Router()
  router.get('/agency/quality', viewers, (req, res) => showQuality(parts, req, res))
  return router
}

async function showQuality({ db, clock, events }: QualityParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const agency = agencyOf(req)
  const { rates, agreements } = await inContext(db, { agency }, async (tx) => {
    const rates = await matchingRates(tx, agency, later(clock(), -WINDOW))
    const versions = rates.map(({ agreementId: id, agreementVersion: version }) => ({ id, version }))
    return { rates, agreements: await agreementVersions(tx, versions) }
  })
  const fieldsOf = ({ agreementId, agreementVersion, eventType }: MatchingRate) => {
    const agreement = agreements.find(({ id, version }) => id === agreementId && version === agreementVersion)
    const fields = agreement ? fieldsFor(agreement, eventType) : []
    return fieldsInWords({ types: [eventType], fields }, language, events)
  }
  const words = content[language]
  renderStaffPage(req, res, 'oversight/quality/quality.njk', {
    ...{ title: words.title, words },
    rates: rates.map((rate) => ({
      title: `${eventInWords(rate.eventType, language, events)}: ${nameOf(rate, language)}`,
      rows: rowsOf(rate, fieldsOf(rate), language),
    })),
  })
}

const nameOf = ({ agreementId, agreementVersion }: MatchingRate, language: Language) =>
  content[language].version(agreementId, agreementVersion)

function rowsOf(rate: MatchingRate, fields: readonly string[], language: Language) {
  const words = content[language]
  const { agreementId: id, agreementVersion: version, answered, noRecord, refused } = rate
  const part = (count: number) => words.counts(count, percent(count, answered))
  return [
    ...row(words.rate, percent(answered - noRecord, answered)),
    ...row(words.answered, String(answered)),
    ...row(words.noRecord, part(noRecord)),
    ...row(words.refused, part(refused)),
    ...row(words.told, ...fields, { text: nameOf(rate, language), href: versionPath({ id, version }) }),
  ]
}

const percent = (count: number, of: number) => `${Math.round((100 * count) / of)}%`
