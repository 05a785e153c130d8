import type { Request, Response } from 'express'
import { strToU8, zipSync } from 'fflate'
import { renderPage } from '../../web/page.ts'
import { papersAsText, papersOf } from './papers.ts'
import { questionPath, type QuestionParts } from './question-parts.ts'
import { words } from './words.ts'

/** On one page, to be printed or saved. */
export async function showPapers(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const { pack: text, escalation } = words[req.language]
  const papers = await papersOf(parts, req)
  renderPage(req, res, 'access-log/questions/papers.njk', {
    ...{ title: text.title, words: text, backLink: questionPath(papers.question), ...papers },
    ...{ download: escalation.download, downloadHref: `${questionPath(papers.question)}/papers.zip` },
  })
}

/** In one file, with the proof that the record stood in the public log. */
export async function downloadPapers(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const papers = await papersOf(parts, req)
  const files = {
    'README.txt': strToU8(`${words[req.language].pack.readme}\n`),
    'question.txt': strToU8(papersAsText(papers, req.language)),
  }
  res.setHeader('Content-Disposition', 'attachment; filename="papers.zip"')
  res.type('application/zip').send(Buffer.from(zipSync(files)))
}
