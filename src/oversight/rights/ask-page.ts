import type { Request, Response } from 'express'
import { inLanguage, type Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { noteDone } from './done.ts'
import { holdersOf, offeredPurposes, type Holder, type OfferedPurpose } from './holder-store.ts'
import { readRequest, untouched, type ReadRequest, type Typed } from './read-request.ts'
import type { RightKind } from './right.ts'
import { asCitizen, type Asker, type RightsParts } from './rights-parts.ts'
import { sendRequests } from './send.ts'
import { words } from './words.ts'

export async function showAsk(parts: RightsParts, req: Request, res: Response, kind: RightKind): Promise<void> {
  const offered = await asCitizen(parts, req, (asker) => offeredTo(asker, kind))
  show(req, res, { kind, ...offered, read: untouched(kind, offered.holders) })
}

export async function sendAsk(parts: RightsParts, req: Request, res: Response, kind: RightKind): Promise<void> {
  const { language } = req
  const { read, ...offered } = await asCitizen(parts, req, async (asker) => {
    const offered = await offeredTo(asker, kind)
    const read = readRequest(kind, req.body, offered, language)
    if (read.wanted) await sendRequests(asker, read.wanted, language)
    return { ...offered, read }
  })
  if (!read.wanted) return show(req, res, { kind, ...offered, read })
  noteDone(req, 'sent')
  res.redirect(303, '/rights')
}

interface Offered {
  holders: Holder[]
  purposes: OfferedPurpose[]
}

async function offeredTo({ tx, person }: Asker, kind: RightKind): Promise<Offered> {
  const holders = await holdersOf(tx, person.accountId, person.subjects)
  return { holders, purposes: kind === 'object' ? await offeredPurposes(tx, holders, person.subjects) : [] }
}

function show(
  req: Request,
  res: Response,
  { kind, holders, purposes, read }: Offered & { kind: RightKind; read: ReadRequest },
): void {
  const { language } = req
  const text = words[language].ask
  const used = purposes.filter((one) => one.used)
  // What has not happened yet is long to read through: for those who look for it.
  const all = used.length === 0 || textField(req.query, 'show') === 'all'
  renderPage(req, res, 'oversight/rights/ask.njk', {
    ...{ title: text.titles[kind], words: text, intro: text.intros[kind], backLink: '/rights', kind },
    ...{ action: all && kind === 'object' ? ALL : req.path, allHref: all ? undefined : ALL },
    ...{ nobody: (kind === 'object' ? purposes : holders).length === 0, typed: read.typed, errors: read.errors },
    errorOf: Object.fromEntries(read.errors.map(({ field, message }) => [field, message])),
    purposes: purposeItems(all ? purposes : used, read.typed, language),
    bodies: kind !== 'object' && { legend: text.bodies[kind], items: bodyItems(holders, read.typed, language) },
  })
}

const ALL = '/rights/objection?show=all'

const bodyItems = (holders: readonly Holder[], typed: Typed, language: Language) =>
  holders.map(({ id, name, told }) => ({
    value: id,
    text: inLanguage(name, language),
    hint: { text: words[language].ask[told ? 'told' : 'recorded'] },
    checked: typed.bodies.includes(id),
  }))

function purposeItems(purposes: readonly OfferedPurpose[], typed: Typed, language: Language) {
  const text = words[language].ask
  return purposes.map(({ path, name, purpose, choice, used }) => ({
    value: path,
    text: `${inLanguage(name, language)}: ${inLanguage(purpose, language)}`,
    hint: { text: `${used ? text.used : text.wouldBe}. ${choice === 'optional' ? text.atOnce : text.decides}` },
    checked: typed.purpose === path,
  }))
}
