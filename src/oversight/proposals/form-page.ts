import type { Request, Response } from 'express'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import { retentions } from './account-fields.ts'
import { holderChoices } from './holder-choice.ts'
import { words } from './place.ts'
import type { ProposalParts } from './routes.ts'
import type { Typed } from './typed-terms.ts'

/** The long form, as far as it is filled in. */
export async function renderForm(
  { db }: ProposalParts,
  req: Request,
  res: Response,
  { event, typed }: { event: LifeEvent; typed: Typed },
  errors: FieldError[],
): Promise<void> {
  const { language } = req
  const { form: text, account } = words[language]
  const choices = (options: Record<string, string>, chosen: string) =>
    Object.entries(options).map(([value, label]) => ({ value, text: label, checked: chosen === value }))
  renderStaffPage(req, res, 'oversight/proposals/form.njk', {
    ...{ title: text.title(event.words[language].short), words: text, account, typed, errors },
    path: `/agency/proposals/new/${event.type}`,
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    fields: Object.entries(event.fields).map(([value, { label }]) => ({
      ...{ value, text: label[language], checked: typed.fields.includes(value) },
    })),
    bases: choices(text.bases, typed.basis),
    holders: await holderChoices(db, { own: agencyOf(req), chosen: typed.holder }, language),
    trials: choices(text.trials, typed.trial),
    sharings: choices(account.sharings, typed.sharing),
    retentions: retentions.map((value) => ({
      ...{ value, text: account.retentions[value], checked: typed.retention === value },
    })),
  })
}
