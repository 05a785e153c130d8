import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import { factInWords, findFact, listFacts } from '../../agreements/roads/fact.ts'
import { personOf } from '../../identity/person.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { say } from './asked-twice-store.ts'
import { saidBy } from './said-by.ts'
import type { AskedTwiceParts } from './routes.ts'
import { words } from './words.ts'

interface Typed {
  asker: string
  fact: string
  holder: string
}

const nothing: Typed = { asker: '', fact: '', holder: '' }

// What stands for a body in the last question.
const NOT_KNOWN = 'not-known'

export async function showForm(
  { db, events }: AskedTwiceParts,
  req: Request,
  res: Response,
  typed: Typed = nothing,
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const text = words[language].form
  const bodies = (await bodiesIn(db)).map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))
  const facts = listFacts(events).map((fact) => ({ value: fact.id, text: factInWords(fact, language, events) }))
  const choose = { value: '', text: text.choose }
  const chosen = (value: string) => (item: { value: string; text: string }) => ({
    ...item,
    selected: item.value === value,
  })
  renderPage(req, res, 'oversight/asked-twice/form.njk', {
    ...{ title: text.title, words: text, typed, errors, backLink: '/asked-twice' },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    askers: [choose, ...bodies].map(chosen(typed.asker)),
    facts: [choose, ...facts].map(chosen(typed.fact)),
    holders: [choose, { value: NOT_KNOWN, text: text.notKnown }, ...bodies].map(chosen(typed.holder)),
  })
}

/** Kept under a hash: it counts whoever says it, once, and does not say who they are. */
export async function takeWord(parts: AskedTwiceParts, req: Request, res: Response): Promise<void> {
  const { db, vault, clock, events } = parts
  const typed = {
    ...{ asker: textField(req.body, 'asker'), fact: textField(req.body, 'fact') },
    holder: textField(req.body, 'holder'),
  }
  const known = new Set((await bodiesIn(db)).map(({ id }) => id))
  const fact = findFact(typed.fact, events)
  const errors = mistakesIn(typed, { known, isFact: fact !== undefined }, req.language)
  if (!fact || errors.length > 0) return showForm(parts, req, res, typed, errors)
  const about = { askerId: typed.asker, fact: fact.id }
  const hash = saidBy(vault, personOf(req).accountId, about)
  const holderId = typed.holder === NOT_KNOWN ? null : typed.holder
  await inContext(db, { subjects: [hash] }, (tx) =>
    say(tx, { ...about, saidBy: hash, holderId, saidOn: ukToday(clock()) }),
  )
  res.redirect(303, '/asked-twice/yours')
}

/** Those that ask citizens for something. */
const bodiesIn = async (db: AskedTwiceParts['db']): Promise<Agency[]> =>
  (await listAgencies(db)).filter(
    ({ kind, active, state = 'approved' }) =>
      !['regulator', 'advocate'].includes(kind) && active && state === 'approved',
  )

function mistakesIn(
  { asker, holder }: Typed,
  { known, isFact }: { known: ReadonlySet<string>; isFact: boolean },
  language: Language,
): FieldError[] {
  const { missing } = words[language]
  const same = known.has(asker) && asker === holder
  return [
    ...(known.has(asker) ? [] : [{ field: 'asker', message: missing.asker }]),
    ...(isFact ? [] : [{ field: 'fact', message: missing.fact }]),
    ...(holder === NOT_KNOWN || known.has(holder) ? [] : [{ field: 'holder', message: missing.holder }]),
    ...(same ? [{ field: 'holder', message: missing.same }] : []),
  ]
}
