import type { Request, Response } from 'express'
import { addConcern } from '../../agreements/concerns/concern-store.ts'
import { findSubject } from '../../agreements/concerns/concerned-agreement.ts'
import { concernCategories, type ConcernCategory } from '../../agreements/concerns/mediation.ts'
import { words as wordsOfConcerns } from '../../agreements/concerns/words.ts'
import { recordDecision } from '../../agreements/decisions/decision-store.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { inLanguage } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { lookUpKey } from '../../vault/pseudonyms.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { partyOf, words } from './party.ts'
import { bilingualIn, wordsErrors } from './read-act.ts'
import type { MediationParts } from './routes.ts'

interface Typed {
  category: string
  words: string
  wordsCy: string
}

const nothing: Typed = { category: '', words: '', wordsCy: '' }

/** For an advocate's people: one concern of theirs opens a mediation. */
export async function showNew(
  { db }: MediationParts,
  req: Request,
  res: Response,
  typed: Typed = nothing,
  errors: FieldError[] = [],
): Promise<void> {
  const { agreement, agency } = await subject(db, req)
  const { language } = req
  const text = words[language].advocate
  const [body, purpose] = [inLanguage(agency.name, language), inLanguage(agreement.purpose, language)]
  renderStaffPage(req, res, 'oversight/concerns/new.njk', {
    ...{ title: text.title, about: text.about(body, purpose), words: text, typed, errors },
    ...{ action: `/agency/concerns/new/${agreement.id}`, backLink: `/agreements/${agreement.id}/concerns` },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    categories: concernCategories.map((value) => ({
      ...{ value, text: wordsOfConcerns[language].categories[value], checked: typed.category === value },
    })),
  })
}

/** Published word for word, in the advocate's name. */
export async function raiseForAdvocate(parts: MediationParts, req: Request, res: Response): Promise<void> {
  const typed = {
    ...{ category: textField(req.body, 'category'), words: textField(req.body, 'words') },
    wordsCy: textField(req.body, 'words-cy'),
  }
  const text = words[req.language].errors
  const category = concernCategories.find((one) => one === typed.category)
  const errors = [...(category ? [] : [{ field: 'category', message: text.category }]), ...wordsErrors(typed, text)]
  if (!category || errors.length > 0) return showNew(parts, req, res, typed, errors)
  await keep(parts, req, category, typed)
  noteStaffDone(req, 'concern-raised')
  res.redirect(303, '/agency/concerns')
}

async function keep(
  { db, vault, clock }: MediationParts,
  req: Request,
  category: ConcernCategory,
  typed: Typed,
): Promise<void> {
  const { agreement, agencyId } = await subject(db, req)
  const [now, staff] = [clock(), staffOf(req)]
  const raiser = lookUpKey(vault, 'concern', `${agreement.id}\0${agencyId}`)
  const about = { agreementId: agreement.id, agencyId, category }
  await inContext(db, { agency: agencyId }, async (tx) => {
    await addConcern(tx, vault, { ...about, raiser }, now)
    const { version } = agreement
    await recordDecision(tx, { ...about, version, act: 'concern', role: 'advocate', words: bilingualIn(typed) }, now)
    await recordAction(tx, { staff, action: 'concern-raised', target: agreement.id, at: now })
  })
}

/** Only an advocate has this page, and only on what has not ended. */
async function subject(db: MediationParts['db'], req: Request) {
  const { party } = await partyOf(db, req)
  const { agreement, agency } = await findSubject(db, req)
  if (party.agencyId === null || party.kind !== 'advocate' || agreement.state === 'ended') throw notFound()
  return { agreement, agency, agencyId: party.agencyId }
}
