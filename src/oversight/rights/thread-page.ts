import type { Request, Response } from 'express'
import { row } from '../../access-log/summary-row.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { describeRequest, describeThread } from './describe.ts'
import { noteDone, takeDone } from './done.ts'
import { purposeAt } from './holder-store.ts'
import { messageErrors } from './read-request.ts'
import { stoppedBy } from './request-store.ts'
import { requestPath, type RightsRequest } from './right.ts'
import { citizenMay } from './steps.ts'
import { asCitizen, bodyNames, requestIn, type Asker, type RightsParts } from './rights-parts.ts'
import { sayMore, withdraw } from './send.ts'
import { readThread } from './thread.ts'
import { words } from './words.ts'

export async function showThread(
  parts: RightsParts,
  req: Request,
  res: Response,
  { errors, typed }: { errors: FieldError[]; typed: string } = { errors: [], typed: '' },
): Promise<void> {
  const { language } = req
  const page = await asCitizen(parts, req, (asker) => threadOf(asker, req, language))
  renderPage(req, res, 'oversight/rights/thread.njk', {
    ...{
      ...page,
      words: words[language].thread,
      back: words[language].list.back,
      backLink: '/rights',
      action: page.href,
    },
    ...{ stopped: page.stopped ? words[language].stopped : undefined, typed, errors, banner: takeDone(req) },
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}

async function threadOf({ tx, vault, now }: Asker, req: Request, language: Language) {
  const request = await requestIn(tx, req)
  const body = (await bodyNames(tx, language))(request.agencyId)
  const purpose = request.about === undefined ? undefined : await purposeAt(tx, request.about)
  return {
    ...describeRequest(request, body, { now, language }),
    thread: describeThread(await readThread(tx, vault, request), body, language),
    rows: [
      ...row(words[language].thread.purpose, purpose && inLanguage(purpose, language)),
      ...lawRow(request, language),
    ],
    stopped: (await stoppedBy(tx, [request.id])).has(request.id),
    may: citizenMay(request),
  }
}

function lawRow({ kind }: RightsRequest, language: Language) {
  const { thread } = words[language]
  return row(thread.law, thread.laws[kind])
}

export async function sendMore(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const typed = textField(req.body, 'message')
  const { moreMissing: missing, moreLong: long } = words[req.language].thread
  const errors = messageErrors(typed, { missing, long })
  if (errors.length > 0) return showThread(parts, req, res, { errors, typed })
  const request = await asCitizen(parts, req, async (asker) => {
    const found = await requestIn(asker.tx, req)
    await sayMore(asker, found, typed)
    return found
  })
  noteDone(req, 'said')
  res.redirect(303, requestPath(request))
}

export async function takeBack(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const request = await asCitizen(parts, req, async (asker) => {
    const found = await requestIn(asker.tx, req)
    await withdraw(asker, found)
    return found
  })
  noteDone(req, 'withdrawn')
  res.redirect(303, requestPath(request))
}
