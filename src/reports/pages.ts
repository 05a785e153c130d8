import type { RequestHandler } from 'express'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import { notFound } from '../shared/refusal.ts'
import { parseReference } from '../shared/references.ts'
import { renderPage } from '../web/page.ts'
import { words } from './content/words.ts'
import { handOffsOf } from './hand-off-store.ts'
import type { Owner } from './owner.ts'
import { paths } from './paths.ts'
import { findReport } from './report-store.ts'
import { asOwner, type ReportParts } from './journey/visit.ts'

/** It can be bookmarked and printed; another citizen's is not found. */
export const showConfirmation =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const reference = parseReference(String(req.params['reference']))
    const found = reference && (await asOwner(parts, req, (owner) => reportAndHandOffs(owner, reference)))
    if (!found) throw notFound()
    const { report, handOffs } = found
    const { language } = req
    res.locals['neutralTitle'] = report.safety
    renderPage(req, res, 'reports/confirmation.njk', {
      title: words[language].confirmation.title,
      reference: report.reference,
      progress: paths.progress(report.reference),
      told: Object.keys(report.timing).length > 0 ? words[language].confirmation.later : undefined,
      handOffs: handOffs.map((handOff) => ({ text: handOff.words[language].text, href: handOff.href })),
      yourself: findLifeEvent(report.eventType, parts.events)?.words[language].yourself ?? [],
      words: words[language].confirmation,
      exit: words[language].exit,
      quickExit: report.safety,
    })
  }

async function reportAndHandOffs({ tx, vault }: Owner, reference: string) {
  const report = await findReport(tx, reference)
  return report && { report, handOffs: await handOffsOf(tx, vault, reference) }
}
