import { Router } from 'express'
import { cosignedSizes } from '../../merkle-log/checkpoint-store.ts'
import { vkey } from '../../merkle-log/note-key.ts'
import { publishedCheckpoint } from '../../merkle-log/prove.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { row, type SummaryRow } from '../summary-row.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { LogMachineParts } from './log-routes.ts'
import { waitingAt, witnessKeys } from './published.ts'

const words = { en, cy }

/** What the public log is, in plain words; and receipts checked in the reader's own browser. */
export function logPageRoutes(parts: LogMachineParts & { baseUrl: string }): Router {
  const router = Router()
  const { publicLog, baseUrl } = parts
  const keys = { key: vkey(publicLog.key), witnesses: witnessKeys(publicLog).map(vkey).join(' ') }

  router.get('/log', anyone, async (req, res) => {
    const text = words[req.language]
    renderPage(req, res, 'access-log/log.njk', {
      ...{ title: text.title, words: text, keys, url: `${baseUrl}/log` },
      rows: await stateRows(parts, req.language),
    })
  })

  return router
}

async function stateRows({ db, publicLog, clock }: LogMachineParts, language: Language): Promise<SummaryRow[]> {
  const text = words[language]
  const origin = publicLog.key.name
  const [checkpoint, seen] = await Promise.all([
    publishedCheckpoint(db, origin, waitingAt(publicLog, clock)),
    cosignedSizes(db, origin),
  ])
  const witnesses = witnessKeys(publicLog).map(({ name }) => {
    const last = seen.get(name)
    return last
      ? text.witness(name, inWords(last.size, language), formatDateTime(last.at, language))
      : text.silent(name)
  })
  const size = checkpoint && (checkpoint.size === 0 ? text.empty : inWords(checkpoint.size, language))
  return [
    ...row(text.size, size ?? text.notBegun),
    ...row(text.signed, checkpoint && formatDateTime(checkpoint.signedAt, language)),
    ...row(text.witnesses, ...(witnesses.length > 0 ? witnesses : [text.noWitness]), text.witnessesMean),
    ...row(text.name, origin),
    ...row(text.key, vkey(publicLog.key), text.keyHint),
  ]
}

const inWords = (count: number, language: Language) => count.toLocaleString(language === 'cy' ? 'cy-GB' : 'en-GB')
