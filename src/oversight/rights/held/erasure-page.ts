import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import { oldestKept } from '../../../deliveries/feed/feed-start.ts'
import { listField } from '../../../web/form.ts'
import { renderPage, type FieldError } from '../../../web/page.ts'
import { noteDone } from '../done.ts'
import { asCitizen, type Asker, type RightsParts } from '../rights-parts.ts'
import { words } from '../words.ts'
import { countErasable, eraseDrafts, erasePreferences, eraseReports } from './erase-store.ts'
import { countHeld, recordHappened, type ErasedCounts } from './held-store.ts'

const PARTS = ['drafts', 'preferences', 'reports'] as const

/** What this service may erase of itself, at once (UK GDPR, article 17). */
export async function showErasure(parts: RightsParts, req: Request, res: Response, errors: FieldError[] = []) {
  const text = words[req.language].erasure
  const counts = await asCitizen(parts, req, async ({ tx, person, now }) => ({
    drafts: (await countHeld(tx, person.accountId)).drafts,
    reports: await countErasable(tx, person.accountId, oldestKept(now)),
  }))
  const labels = {
    drafts: text.parts.drafts(counts.drafts),
    preferences: text.parts.preferences,
    reports: text.parts.reports(counts.reports),
  }
  renderPage(req, res, 'oversight/rights/erasure.njk', {
    ...{ title: text.title, words: text, backLink: '/rights/this-service', action: req.path, errors },
    items: PARTS.map((part) => ({ value: part, text: labels[part], hint: { text: text.hints[part] } })),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}

export async function erase(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const chosen = PARTS.filter((part) => listField(req.body, 'what').includes(part))
  if (chosen.length === 0) {
    return showErasure(parts, req, res, [{ field: 'what', message: words[req.language].erasure.errors.what }])
  }
  await asCitizen(parts, req, (asker) => eraseThese(asker, chosen))
  noteDone(req, 'erased')
  res.redirect(303, '/rights/this-service')
}

/** What a body may still ask for again stays: so long its report is not done with. */
async function eraseThese({ tx, person: { accountId }, now }: Asker, chosen: readonly (typeof PARTS)[number][]) {
  const counts: ErasedCounts = {
    drafts: chosen.includes('drafts') ? await eraseDrafts(tx, accountId) : 0,
    preferences: chosen.includes('preferences') ? await erasePreferences(tx, accountId) : 0,
    reports: chosen.includes('reports') ? await eraseReports(tx, oldestKept(now)) : 0,
  }
  await recordHappened(tx, { id: uuidv7(), accountId, kind: 'erase', at: now, counts })
}
