import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import { findAgency } from '../../agencies/agency-store.ts'
import { refuseNotForSharing } from '../../agreements/not-for-sharing/refuse.ts'
import { adopt, reliableAgreement, takesAnyAgreement } from '../../agreements/roads/reliance-store.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { adoptionRows } from './adoption-rows.ts'
import type { RoadParts } from './routes.ts'
import { messagesOf, minutesIn, words } from './words.ts'

/** All of its terms on one page, which asks to confirm and nothing else. */
export async function showAdoption(
  { db, clock, events }: RoadParts,
  req: Request,
  res: Response,
  typed = { confirm: '', minutes: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const own = agencyOf(req)
  const id = String(req.params['id'])
  const { agreement, agency, served } = await inContext(db, { agency: own }, async (tx) => {
    const agreement = await reliableAgreement(tx, own, id, ukToday(clock()))
    const agency = agreement && (await findAgency(tx, agreement.agencyId))
    if (!agreement || !agency) throw notFound()
    const types = agreement.events.map(({ type }) => type)
    return { agreement, agency, served: await takesAnyAgreement(tx, own, types) }
  })
  const text = words[language].adopt
  const title = text.title(inLanguage(agreement.purpose, language), inLanguage(agency.name, language))
  renderStaffPage(req, res, 'oversight/roads/adopt.njk', {
    ...{ title, words: text, minutes: minutesWords(language), typed, errors, messages: messagesOf(errors) },
    ...{ path: req.path, backLink: '/agency/agreements/rely', served, illustration: agency.illustration },
    rows: adoptionRows(agreement, agency, { language, events }),
  })
}

/** Approved by nobody anew: whoever confirms stands for it with the decision that it relies on. */
export async function adoptOne(parts: RoadParts, req: Request, res: Response): Promise<void> {
  const typed = { confirm: textField(req.body, 'confirm'), minutes: textField(req.body, 'minutes') }
  const minutes = minutesIn(typed.minutes)
  const text = words[req.language]
  const errors = [
    ...(typed.confirm === 'yes' ? [] : [{ field: 'confirm', message: text.adopt.missing }]),
    ...(minutes === undefined ? [{ field: 'minutes', message: text.wrongMinutes }] : []),
  ]
  if (errors.length > 0 || minutes === undefined) return showAdoption(parts, req, res, typed, errors)
  const [staff, now, agency, reliedOn] = [staffOf(req), parts.clock(), agencyOf(req), String(req.params['id'])]
  await inContext(parts.db, { agency }, async (tx) => {
    const [agreement, own] = [await reliableAgreement(tx, agency, reliedOn, ukToday(now)), await findAgency(tx, agency)]
    if (!agreement || !own) throw new Refusal('conflict', text.adopt.notNow)
    refuseNotForSharing({ ...agreement, holder: undefined, account: agreement.account ?? undefined }, own, parts.events)
    const named = await adopt(tx, { id: uuidv7(), reliedOn, by: staff.id, minutes }, now)
    if (named === undefined) throw new Refusal('conflict', text.adopt.notNow)
    await recordAction(tx, { staff, action: 'agreement-relied', target: named, detail: { reliedOn }, at: now })
  })
  noteStaffDone(req, 'agreement-relied')
  res.redirect(303, '/agency/agreements')
}

const minutesWords = (language: Language) => ({ label: words[language].minutes, hint: words[language].minutesHint })
