import type { Request, Response } from 'express'
import { findAgencies } from '../../agencies/agency-store.ts'
import { findPresumed, objectTo, type Presumed } from '../../agreements/roads/cluster-store.ts'
import { basisInWords, fieldsInWords } from '../../agreements/show-agreement.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { RoadParts } from './routes.ts'
import { eventName, messagesOf, rowOf, words } from './words.ts'

export const PATH = '/agency/cluster'
const LONGEST = 500

export async function showPresumed(
  { db, events }: RoadParts,
  req: Request,
  res: Response,
  typed = { why: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const { one, nameOf } = await inContext(db, { agency: agencyOf(req) }, async (tx) => {
    const one = await findPresumed(tx, idOf(req))
    if (!one) throw notFound()
    return { one, nameOf: await namesOf(tx, [one], language) }
  })
  const text = words[language].object
  const { terms, holderId, precedent } = one
  const type = typeOf(one)
  const fields = [...(terms.events[0]?.fields ?? []), ...terms.matching]
  renderStaffPage(req, res, 'oversight/roads/presumed.njk', {
    title: text.title(nameOf(one.agencyId), eventName(type, language, events)),
    ...{ words: text, typed, errors, messages: messagesOf(errors), path: req.path, backLink: PATH },
    lead: text.lead(formatDate(ukToday(one.presumedAt), language)),
    mayObject: staffOf(req).role === 'admin',
    rows: [
      ...rowOf(text.rows.purpose, inLanguage(terms.purpose, language)),
      ...rowOf(text.rows.fields, fieldsInWords({ types: [type], fields }, language, events).join(', ')),
      ...rowOf(text.rows.holder, holderId === null ? undefined : nameOf(holderId)),
      ...rowOf(text.rows.basis, basisInWords(terms.legal_basis, language)),
      ...rowOf(text.rows.power, terms.power),
      ...rowOf(text.rows.precedent, precedent ?? undefined),
    ],
  })
}

/** By an administrator of any body of the cluster: then it is decided the ordinary way, and everybody can read why. */
export async function objectToOne(parts: RoadParts, req: Request, res: Response): Promise<void> {
  const typed = { why: textField(req.body, 'why') }
  const text = words[req.language].object
  const message = typed.why === '' ? text.missing : typed.why.length > LONGEST ? text.long : undefined
  if (message !== undefined) return showPresumed(parts, req, res, typed, [{ field: 'why', message }])
  const [id, staff, now, agency] = [idOf(req), staffOf(req), parts.clock(), agencyOf(req)]
  await inContext(parts.db, { agency }, async (tx) => {
    if (!(await findPresumed(tx, id))) throw notFound()
    if (!(await objectTo(tx, id, { by: staff.id, why: typed.why }, now))) throw new Refusal('conflict', text.late)
    await recordAction(tx, { staff, action: 'presumption-objected', target: id, reason: typed.why, at: now })
  })
  noteStaffDone(req, 'presumption-objected')
  res.redirect(303, PATH)
}

function idOf(req: Request): string {
  const id = String(req.params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

export const typeOf = ({ terms }: Presumed) => terms.events[0]?.type ?? ''

export async function namesOf(tx: Db, requests: readonly Presumed[], language: Language) {
  const ids = requests.flatMap(({ agencyId, holderId }) => [agencyId, ...(holderId === null ? [] : [holderId])])
  const found = await findAgencies(tx, ids)
  return (id: string) => inLanguage(found.get(id)?.name ?? { en: id }, language)
}
