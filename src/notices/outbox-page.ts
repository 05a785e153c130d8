import type { Request, Response } from 'express'
import { formatDateTime } from '../shared/dates.ts'
import { renderPage } from '../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { readOutbox, type KeptMessage } from './development-outbox.ts'

const content = { en: en.outbox, cy: cy.outbox }

const MOST = 100

/** What this machine would have sent. Of development only: who may see it is everybody on this machine. */
export async function showOutbox(req: Request, res: Response, file: string): Promise<void> {
  const words = content[req.language]
  const messages = (await readOutbox(file)).slice(0, MOST)
  renderPage(req, res, 'notices/outbox.njk', {
    title: words.title,
    words,
    messages: messages.map((message) => inWords(message, req)),
  })
}

function inWords(
  { channel, to, subject, body, languages, sentAt }: KeptMessage,
  { language }: Pick<Request, 'language'>,
) {
  const words = content[language]
  return {
    title: subject || words.untitled,
    to,
    channel: words.channels[channel],
    languages: languages.map((one) => words.inLanguages[one]).join(', '),
    lang: languages.length === 1 ? languages[0] : undefined,
    paragraphs: body.split('\n\n'),
    time: formatDateTime(new Date(sentAt), language),
  }
}
