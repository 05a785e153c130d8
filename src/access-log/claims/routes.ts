import { Router, type Request, type Response } from 'express'
import { citizens } from '../../identity/access-rules.ts'
import { personOf } from '../../identity/person.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { readIdentifier } from '../../vault/national-identifier.ts'
import { takes, textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { claimNumber, unlinkNumber, type ClaimParts } from './claim-number.ts'
import { linkedNumbers } from './claim-store.ts'
import { claimedTypes } from './claim.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en, cy }

declare module 'express-session' {
  interface SessionData {
    /** What came of a number, for the banner of the page that its person comes to next. */
    numberDone?: keyof typeof en.done | undefined
  }
}

/** Where citizens say which numbers are theirs. */
export function claimRoutes(parts: ClaimParts): Router {
  const router = Router()
  router.get('/access/numbers', citizens, (req, res) => show(parts, req, res))
  router.post('/access/numbers', citizens, takes({ single: ['type', 'number'] }), (req, res) => claim(parts, req, res))
  router.post('/access/numbers/:type/removal', citizens, takes(), async (req, res) => {
    const idType = claimedTypes.find((one) => one === req.params['type'])
    if (!idType) throw notFound()
    if (await unlinkNumber(parts, personOf(req), idType)) req.session.numberDone = 'unlinked'
    res.redirect(303, '/access/numbers')
  })
  return router
}

interface Tried {
  type: string
  number: string
  errors: FieldError[]
}

async function show(
  { db }: ClaimParts,
  req: Request,
  res: Response,
  { type, number, errors }: Tried = { type: '', number: '', errors: [] },
): Promise<void> {
  const text = words[req.language]
  const { accountId: account, subjects } = personOf(req)
  const linked = await inContext(db, { account, subjects }, (tx) => linkedNumbers(tx, account))
  const done = req.method === 'GET' ? req.session.numberDone : undefined
  if (done) delete req.session.numberDone
  renderPage(req, res, 'access-log/claims/numbers.njk', {
    ...{ title: text.title, words: text, errors, number, backLink: '/access' },
    banner: done && { type: 'success', titleText: text.success, text: text.done[done] },
    linked: linked.map(({ idType, since }) => ({
      action: `/access/numbers/${idType}/removal`,
      name: text.types[idType],
      since: text.since(formatDate(ukToday(since), req.language)),
    })),
    types: claimedTypes.map((one) => ({ value: one, text: text.types[one], checked: type === one })),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}

async function claim(parts: ClaimParts, req: Request, res: Response): Promise<void> {
  const { errors: text, problems } = words[req.language]
  const typed = { type: textField(req.body, 'type'), number: textField(req.body, 'number') }
  const again = (field: string, message: string) => show(parts, req, res, { ...typed, errors: [{ field, message }] })
  const idType = claimedTypes.find((one) => one === typed.type)
  if (!idType) return again('type', text.type)
  if (typed.number === '') return again('number', text.blank)
  const number = readIdentifier(idType, typed.number)
  if (!number) return again('number', text.form[idType])
  const result = await claimNumber(parts, personOf(req), { ...number, idType })
  if (result !== 'confirmed') return again('number', problems[result])
  req.session.numberDone = 'confirmed'
  res.redirect(303, '/access/numbers')
}
