import type { Account } from '../../agreements/account.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import type { Language } from '../../shared/language.ts'
import { words } from './place.ts'

/** The account of an agreement as its form has it: a text each, in the language of whoever writes. */
export const accountNames = [
  'team',
  'benefits',
  'evidence',
  'risks',
  'harms',
  'safeguards',
  'sanctions',
  'notice',
] as const
export type TypedAccount = Record<(typeof accountNames)[number] | 'sharing' | 'retention', string>

/** Those that an agreement cannot do without. */
const NEEDED = ['team', 'benefits', 'risks', 'harms', 'safeguards'] as const

/** What people choose among; a file may say any other duration. */
export const retentions = ['P6M', 'P1Y', 'P2Y', 'P6Y', 'P10Y'] as const

export const accountFields = [...accountNames, 'sharing', 'retention']

// A line each, as the register shows it.
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

export const typedAccount = (body: FormBody): TypedAccount => ({
  ...(Object.fromEntries(accountNames.map((name) => [name, oneLine(textField(body, name))])) as TypedAccount),
  sharing: textField(body, 'sharing') === 'bulk' ? 'bulk' : 'one-by-one',
  retention: textField(body, 'retention'),
})

export function accountBefore(account: Account | null | undefined): TypedAccount {
  const [benefit] = account?.benefits ?? []
  return {
    team: account?.receiving_team.en ?? '',
    benefits: benefit?.text.en ?? '',
    evidence: benefit?.evidence ?? '',
    risks: account?.risks[0]?.text.en ?? '',
    harms: account?.harms_of_not_sharing?.en ?? '',
    safeguards: account?.safeguards?.en ?? '',
    sanctions: account?.sanctions?.en ?? '',
    notice: account?.notice?.en ?? '',
    sharing: account?.sharing ?? 'one-by-one',
    retention: account?.retention ?? '',
  }
}

const LONGEST = 499
const LONGEST_TEAM = 120

export function accountMistakes(typed: TypedAccount, language: Language): FieldError[] {
  const { missing, form } = { missing: words[language].account.missing, form: words[language].form }
  const blank = NEEDED.flatMap((name) => (typed[name] === '' ? [{ field: name, message: missing[name] }] : []))
  const long = accountNames.flatMap((name) =>
    typed[name].length > (name === 'team' ? LONGEST_TEAM : LONGEST) ? [{ field: name, message: form.tooLong }] : [],
  )
  const evidence = typed.evidence === '' || URL.parse(typed.evidence)?.protocol === 'https:'
  return [
    ...blank,
    ...long,
    ...(evidence ? [] : [{ field: 'evidence', message: words[language].account.wrongEvidence }]),
  ]
}

/** As the agencies file would have it; what is left blank is not there. What the form does not ask stays as it was. */
export function accountFrom(typed: TypedAccount, before: Account | null | undefined) {
  const { team, benefits, evidence, risks, harms, safeguards, sanctions, notice, sharing, retention } = typed
  const said = (name: string, text: string) => (text === '' ? {} : { [name]: { en: text } })
  return {
    ...(before && { parties: before.parties }),
    ...{ receiving_team: { en: team }, sharing },
    benefits: benefits === '' ? [] : [{ text: { en: benefits }, ...(evidence !== '' && { evidence }) }],
    risks: risks === '' ? [] : [{ text: { en: risks } }],
    ...said('harms_of_not_sharing', harms),
    ...said('safeguards', safeguards),
    ...said('sanctions', sanctions),
    ...said('notice', notice),
    ...((retentions as readonly string[]).includes(retention) && { retention }),
  }
}
