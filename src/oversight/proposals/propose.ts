import type { Request, Response } from 'express'
import { readEntry } from '../../agencies/file-mistakes.ts'
import { agreementEntry, type AgreementEntry } from '../../agreements/agreement-entry.ts'
import { listAgreements, type RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { powerProblem } from '../../agreements/power.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { addProposal } from '../../agreements/proposals/proposal-store.ts'
import { findLifeEvent, lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { listField, textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import { words } from './place.ts'
import type { ProposalParts } from './routes.ts'

/** One link for each event: what it can tell differs. */
export function showChoice({ events = lifeEvents }: ProposalParts, req: Request, res: Response): void {
  const text = words[req.language].choose
  const links = events.map(({ type, words: of }) => ({
    href: `/agency/proposals/new/${type}`,
    text: of[req.language].short,
  }))
  renderStaffPage(req, res, 'oversight/proposals/choose.njk', { title: text.title, words: text, links })
}

interface Typed {
  fields: string[]
  purpose: string
  purposeCy: string
  basis: string
  power: string
}

export async function showForm(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const event = eventOf(parts, req)
  const before = await standing(parts, agencyOf(req), event)
  show(req, res, event, typedBefore(before, event), [])
}

/** Keeps it until somebody else decides. */
export async function propose(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const [event, staff, now, agencyId] = [eventOf(parts, req), staffOf(req), parts.clock(), agencyOf(req)]
  const typed = {
    fields: listField(req.body, 'fields').filter((name) => Object.hasOwn(event.fields, name)),
    purpose: textField(req.body, 'purpose'),
    purposeCy: textField(req.body, 'purpose-cy'),
    basis: textField(req.body, 'basis'),
    power: textField(req.body, 'power'),
  }
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return show(req, res, event, typed, errors)
  const before = await standing(parts, agencyId, event)
  const terms = termsFrom(typed, { event, agencyId, before })
  const id = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const baseVersion = before?.version ?? null
    const proposal = { agencyId, agreementId: terms.id, terms, baseVersion, proposedBy: staff.id }
    const added = await addProposal(tx, proposal, now)
    if (added) await recordAction(tx, { staff, action: 'agreement-proposed', target: added, at: now })
    return added
  })
  if (id === undefined) {
    return show(req, res, event, typed, [{ field: 'fields', message: words[req.language].form.open }])
  }
  res.redirect(303, `/agency/proposals/${id}`)
}

function eventOf({ events }: ProposalParts, req: Request): LifeEvent {
  const event = findLifeEvent(req.params['event'], events)
  if (!event) throw notFound()
  return event
}

/** The agreement of the body about this event that a proposal would change. */
async function standing({ db }: ProposalParts, agencyId: string, event: LifeEvent) {
  const all = await listAgreements(db)
  const own = all.filter((one) => one.agencyId === agencyId)
  return (
    own.find((one) => one.state === 'live' && one.events.some(({ type }) => type === event.type)) ??
    own.find(({ id }) => id === newId(agencyId, event))
  )
}

const newId = (agencyId: string, { type }: LifeEvent) => `${agencyId}-${type}`.slice(0, 80)

const typedBefore = (before: RegisteredAgreement | undefined, event: LifeEvent): Typed => ({
  fields: before?.events.find(({ type }) => type === event.type)?.fields ?? [],
  purpose: before?.purpose.en ?? '',
  purposeCy: before?.purpose.cy ?? '',
  basis: before?.legalBasis ?? '',
  power: before?.power ?? '',
})

const LONGEST = 499

function mistakesIn({ fields, purpose, purposeCy, basis, power }: Typed, language: Language): FieldError[] {
  const { form } = words[language]
  const text = (field: string, value: string, missing: string) =>
    value === '' ? [{ field, message: missing }] : value.length > LONGEST ? [{ field, message: form.tooLong }] : []
  return [
    ...(fields.length > 0 ? [] : [{ field: 'fields', message: form.missingFields }]),
    ...text('purpose', purpose, form.missingPurpose),
    ...text('purpose-cy', purposeCy, form.missingPurposeCy),
    ...(Object.hasOwn(form.bases, basis) ? [] : [{ field: 'basis', message: form.missingBasis }]),
    ...text('power', power, form.missingPower),
    ...(power !== '' && powerProblem(power) ? [{ field: 'power', message: form.wrongPower }] : []),
  ]
}

interface Around {
  event: LifeEvent
  agencyId: string
  before: RegisteredAgreement | undefined
}

/** As the agencies file would have it, checked as the file is. What the form does not ask stays as it was. */
function termsFrom(typed: Typed, { event, agencyId, before }: Around): AgreementEntry {
  const base = before ? entryOf(before) : { id: newId(agencyId, event) }
  const others = before?.events.filter(({ type }) => type !== event.type) ?? []
  const { fields, purpose, purposeCy, basis, power } = typed
  const { power_name: name, choice: _, ...kept } = base as AgreementEntry
  const written = {
    ...kept,
    ...(name && before?.power === power && { power_name: name }),
    ...{ purpose: { en: purpose, cy: purposeCy }, legal_basis: basis, power },
    events: [{ type: event.type, fields }, ...others],
  }
  const reading = readEntry(agreementEntry([...lifeEvents, event]), written)
  if ('value' in reading) return reading.value
  throw new Refusal('invalid', reading.mistakes.map(({ problem }) => problem).join('; '))
}

function show(req: Request, res: Response, event: LifeEvent, typed: Typed, errors: FieldError[]): void {
  const { language } = req
  const text = words[language].form
  renderStaffPage(req, res, 'oversight/proposals/form.njk', {
    ...{ title: text.title(event.words[language].short), words: text, typed, errors },
    path: `/agency/proposals/new/${event.type}`,
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    fields: Object.entries(event.fields).map(([value, { label }]) => ({
      ...{ value, text: label[language], checked: typed.fields.includes(value) },
    })),
    bases: Object.entries(text.bases).map(([value, label]) => ({ value, text: label, checked: typed.basis === value })),
  })
}
