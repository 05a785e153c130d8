import type { Request, Response } from 'express'
import { strToU8, zipSync } from 'fflate'
import { renderPage } from '../../web/page.ts'
import { personOf } from '../../identity/person.ts'
import { receiptFiles, type ReceiptFiles } from '../receipts/receipt-files.ts'
import { papersAsText, papersOf } from './papers.ts'
import { asCitizen, questionPath, type QuestionParts } from './question-parts.ts'
import type { Question } from './question.ts'
import { words } from './words.ts'

/** On one page, to be printed or saved. */
export async function showPapers(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const { pack: text, escalation } = words[req.language]
  const papers = await papersOf(parts, req)
  renderPage(req, res, 'access-log/questions/papers.njk', {
    ...{ title: text.title, words: text, backLink: questionPath(papers.question), ...papers },
    ...{ download: escalation.download, again: escalation.again },
    ...{ downloadHref: `${questionPath(papers.question)}/papers.zip` },
  })
}

/** In one file, with the proof that the record stood in the public log. */
export async function downloadPapers(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const papers = await papersOf(parts, req)
  const files = {
    'README.txt': strToU8(`${words[req.language].pack.readme}\n`),
    'question.txt': strToU8(papersAsText(papers, req.language)),
    ...(await proofOf(parts, req, papers.question)),
  }
  res.setHeader('Content-Disposition', 'attachment; filename="papers.zip"')
  res.type('application/zip').send(Buffer.from(zipSync(files)))
}

/** The receipt of the record, in a folder of its own; nothing while the record has no place in the public log yet. */
async function proofOf(
  parts: QuestionParts,
  req: Request,
  { recordId, controllerId }: Question,
): Promise<ReceiptFiles> {
  const { subjects } = personOf(req)
  const wanted = { subjects, recordId, controllerId, language: req.language }
  const files = await asCitizen(parts, req, ({ tx }) => receiptFiles(parts, tx, wanted))
  if (files === undefined || files === 'waits') return {}
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`receipt/${name}`, bytes]))
}
