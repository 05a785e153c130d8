import type { Request, RequestHandler, Response } from 'express'
import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { renderPage } from '../../web/page.ts'
import { aboutWords } from '../content/about-words.ts'
import { paths } from '../paths.ts'
import { standingOf, type BodyToldAbout, type ReportAbout, type StandingAbout } from './reported-about.ts'
import { asOwner, type ReportParts } from '../journey/visit.ts'
import { reportsAboutMe, withdrawEverywhere } from './withdraw-everywhere.ts'

/** What was reported about the person who asks, from whom in kind, and how far each body is. */
export const showReportedAbout =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const reports = await asOwner(parts, req, reportsAboutMe)
    if (reports.length === 0) return showNone(req, res)
    showFound(req, res, reports)
  }

/** One button, which pressed twice does nothing more. */
export const takeBackEverywhere =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    await asOwner(parts, req, withdrawEverywhere)
    res.redirect(303, paths.reportedAbout)
  }

function showNone(req: Request, res: Response): void {
  const words = aboutWords[req.language].none
  renderPage(req, res, 'reports/reported-about-none.njk', { title: words.title, words })
}

function showFound(req: Request, res: Response, reports: readonly ReportAbout[]): void {
  const { language } = req
  const words = aboutWords[language].found
  const stands = reports.some(({ withdrawnAt }) => !withdrawnAt)
  renderPage(req, res, 'reports/reported-about.njk', {
    title: stands ? words.title : words.withdrawnTitle,
    words,
    stands,
    action: paths.reportedAbout,
    reports: reports.map((report) => describe(report, language)),
  })
}

function describe({ submittedAt, withdrawnAt, provenance, bodies }: ReportAbout, language: Language) {
  const words = aboutWords[language].found
  const relationships: Readonly<Record<string, string>> = words.relationships
  const rows = [
    [words.when, formatDateTime(submittedAt, language)],
    [words.who, relationships[provenance.relationship] ?? relationships['other']],
    [words.how, words.proofs[provenance.proof]],
    ...(withdrawnAt ? [[words.takenBack, formatDateTime(withdrawnAt, language)]] : []),
  ]
  return {
    title: words.report(formatDate(ukToday(submittedAt), language)),
    rows: rows.map(([key, text]) => ({ key: { text: key }, value: { text } })),
    bodies: bodies.map((body) => ({
      key: { text: nameOf(body, language) },
      value: { text: inWords(standingOf(body, withdrawnAt !== undefined), language) },
    })),
  }
}

function nameOf({ name, purpose }: BodyToldAbout, language: Language): string {
  return purpose ? `${inLanguage(name, language)} (${inLanguage(purpose, language)})` : inLanguage(name, language)
}

function inWords(standing: StandingAbout, language: Language): string {
  const { states } = aboutWords[language].found
  const day = (at: Date) => formatDate(ukToday(at), language)
  switch (standing.kind) {
    case 'not-yet':
      return states.notYet
    case 'may-know':
      return states.mayKnow
    case 'telling-maybe':
      return states.tellingMaybe
    case 'done':
      return standing.effectiveDate ? states.doneFrom(formatDate(standing.effectiveDate, language)) : states.done
    case 'told':
    case 'telling':
    case 'corrected':
      return states[standing.kind](day(standing.at))
    default:
      return states[standing.kind]
  }
}
