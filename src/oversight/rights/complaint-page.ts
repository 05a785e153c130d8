import type { Request, Response } from 'express'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { noteDone } from './done.ts'
import { messageErrors } from './read-request.ts'
import { requestPath } from './right.ts'
import { citizenMay } from './steps.ts'
import { asCitizen, requestIn, type RightsParts } from './rights-parts.ts'
import { complain, escalate } from './send.ts'
import { words } from './words.ts'

/** First to the body (Data Protection Act 2018, section 164A), then to the Information Commissioner (section 165). */
export async function showComplaint(
  parts: RightsParts,
  req: Request,
  res: Response,
  { errors, typed }: { errors: FieldError[]; typed: string } = { errors: [], typed: '' },
): Promise<void> {
  const text = words[req.language].complaint
  const request = await asCitizen(parts, req, ({ tx }) => requestIn(tx, req))
  const path = requestPath(request)
  renderPage(req, res, 'oversight/rights/complaint.njk', {
    ...{ title: text.title, words: text, backLink: path, action: `${path}/complaint`, further: `${path}/escalation` },
    ...{ may: citizenMay(request), typed, errors },
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}

export async function sendComplaint(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const typed = textField(req.body, 'message')
  const errors = messageErrors(typed, words[req.language].complaint)
  if (errors.length > 0) return showComplaint(parts, req, res, { errors, typed })
  const request = await asCitizen(parts, req, async (asker) => {
    const found = await requestIn(asker.tx, req)
    await complain(asker, found, typed)
    return found
  })
  noteDone(req, 'complained')
  res.redirect(303, requestPath(request))
}

export async function takeFurther(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const request = await asCitizen(parts, req, async (asker) => {
    const found = await requestIn(asker.tx, req)
    await escalate(asker, found)
    return found
  })
  noteDone(req, 'escalated')
  res.redirect(303, requestPath(request))
}
