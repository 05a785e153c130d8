import type { Request, Response } from 'express'
import { inContext } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { lookUpKey } from '../../vault/pseudonyms.ts'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { addConcern } from './concern-store.ts'
import { findSubject } from './concerned-agreement.ts'
import { concernCategories } from './mediation.ts'
import type { ConcernParts } from './routes.ts'
import { words } from './words.ts'

// About a page: whoever has more to say can say it in the mediation.
const LONGEST = 2000

interface Typed {
  category: string
  words: string
}

export async function showForm(
  { db }: ConcernParts,
  req: Request,
  res: Response,
  typed: Typed = { category: '', words: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const { agreement, agency } = await findSubject(db, req)
  if (agreement.state === 'ended') throw notFound()
  const text = words[req.language].raise
  const path = `/agreements/${agreement.id}/concerns`
  renderPage(req, res, 'agreements/concerns/raise.njk', {
    ...{ title: text.title, words: text, typed, errors, action: `${path}/new`, backLink: path },
    about: text.about(inLanguage(agency.name, req.language), inLanguage(agreement.purpose, req.language)),
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    categories: concernCategories.map((value) => ({
      ...{ value, text: words[req.language].categories[value], checked: typed.category === value },
    })),
  })
}

/** Kept under a hash of the account, or of the session where nobody has signed in: it counts people and names none. */
export async function raise(parts: ConcernParts, req: Request, res: Response): Promise<void> {
  const typed = { category: textField(req.body, 'category'), words: textField(req.body, 'words') }
  const category = concernCategories.find((one) => one === typed.category)
  const errors = mistakesIn(typed, req.language)
  if (!category || errors.length > 0) return showForm(parts, req, res, typed, errors)
  const { db, vault, clock } = parts
  const { agreement } = await findSubject(db, req)
  if (agreement.state === 'ended') throw notFound()
  const raiser = lookUpKey(vault, 'concern', `${agreement.id}\0${req.person?.accountId ?? req.sessionID}`)
  const concern = { agreementId: agreement.id, category, words: typed.words, raiser }
  await inContext(db, {}, (tx) => addConcern(tx, vault, concern, clock()))
  res.redirect(303, `/agreements/${agreement.id}/concerns/sent`)
}

export async function showSent({ db }: ConcernParts, req: Request, res: Response): Promise<void> {
  const { agreement } = await findSubject(db, req)
  const text = words[req.language].sent
  const href = `/agreements/${agreement.id}/concerns`
  renderPage(req, res, 'agreements/concerns/sent.njk', { title: text.title, words: text, href })
}

function mistakesIn({ category, words: typed }: Typed, language: Language): FieldError[] {
  const text = words[language].raise
  return [
    ...(concernCategories.some((one) => one === category) ? [] : [{ field: 'category', message: text.missing }]),
    ...(typed.length > LONGEST ? [{ field: 'words', message: text.tooLong(LONGEST) }] : []),
  ]
}
