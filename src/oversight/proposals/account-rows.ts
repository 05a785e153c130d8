import type { Account } from '../../agreements/account.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { words } from './place.ts'

/** The account of what is proposed, by the names of its rows; what it does not say is blank. */
export function accountOf(account: Account | undefined, language: Language) {
  if (!account) return {}
  const text = words[language].account
  const said = (both: Bilingual | undefined) => (both ? inLanguage(both, language) : '')
  const all = (arguments_: Account['benefits']) => arguments_.map((one) => said(one.text)).join(' ')
  return {
    team: said(account.receiving_team),
    sharing: text.sharings[account.sharing],
    benefits: all(account.benefits),
    evidence: account.benefits.flatMap(({ evidence }) => evidence ?? []).join(' '),
    risks: all(account.risks),
    harms: said(account.harms_of_not_sharing),
    safeguards: said(account.safeguards),
    sanctions: said(account.sanctions),
    retention: text.retentions[account.retention as keyof typeof text.retentions] ?? account.retention ?? '',
    notice: said(account.notice),
  }
}
