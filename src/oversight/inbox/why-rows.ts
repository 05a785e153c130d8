import { row, type SummaryRow } from '../../access-log/summary-row.ts'
import type { Agreement } from '../../agreements/agreement.ts'
import { powerLink } from '../../agreements/power.ts'
import { said } from '../../agreements/show-agreement.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

/** What the body is told it for, on which power, and under which agreement. */
export function whyRows({ id, purpose, power, powerName }: Agreement, language: Language): SummaryRow[] {
  const words = content[language].cover
  const href = powerLink(power)
  return [
    ...row(words.why, said(purpose, language)),
    ...row(words.power, { ...(powerName ? said(powerName, language) : { text: power }), ...(href && { href }) }),
    ...row(words.agreement, { text: words.agreementLink, href: `/agreements/${id}` }),
  ]
}
