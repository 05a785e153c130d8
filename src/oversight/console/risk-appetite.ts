import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { oneLine, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { riskAppetiteOf, setRiskAppetite } from './contact-store.ts'
import { errorMessages } from './error-messages.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export const RISK_FIELDS = ['risk_en', 'risk_cy'] as const
type Typed = Record<(typeof RISK_FIELDS)[number], string>

const LONGEST = 1000

/** What a body publishes about the risks that it takes. */
export async function showRiskAppetite({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const statement = await inContext(db, { agency }, (tx) => riskAppetiteOf(tx, agency))
  render(req, res, { risk_en: statement?.en ?? '', risk_cy: statement?.cy ?? '' })
}

export async function changeRiskAppetite({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const typed = typedIn(req.body)
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return render(req, res, typed, errors)
  const [agency, at] = [agencyOf(req), clock()]
  await inContext(db, { agency }, async (tx) => {
    await setRiskAppetite(tx, agency, statementFrom(typed), at)
    await recordAction(tx, { staff: staffOf(req), action: 'risk-appetite-changed', target: agency, at })
  })
  noteStaffDone(req, 'risk-appetite-changed')
  res.redirect(303, '/agency/risk-appetite')
}

const typedIn = (body: FormBody) =>
  Object.fromEntries(RISK_FIELDS.map((field) => [field, oneLine(textField(body, field), ' ')])) as Typed

/** Empty takes the statement back. */
const statementFrom = ({ risk_en: en, risk_cy: cy }: Typed): Bilingual | undefined =>
  en === '' ? undefined : { en, ...(cy && { cy }) }

function mistakesIn(typed: Typed, language: Language): FieldError[] {
  const { riskAppetite: words } = consoleWords[language]
  return RISK_FIELDS.flatMap((field) => {
    if (typed[field].length > LONGEST) return [{ field, message: words.long(LONGEST) }]
    return field === 'risk_en' && typed.risk_en === '' && typed.risk_cy !== ''
      ? [{ field, message: words.english }]
      : []
  })
}

function render(req: Request, res: Response, typed: Typed, errors: FieldError[] = []): void {
  const { riskAppetite: words, keys } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/risk-appetite.njk', {
    ...{ title: words.title, words, only: keys.officers, typed, errors, page: `/agencies/${agencyOf(req)}` },
    errorOf: errorMessages(errors, req.language),
  })
}
