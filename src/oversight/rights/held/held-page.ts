import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import { row, type SummaryRow } from '../../../access-log/summary-row.ts'
import { identityIn } from '../../../identity/account-store.ts'
import type { Identity } from '../../../identity/claims.ts'
import type { Contact } from '../../../identity/contact-store.ts'
import { ownerIn } from '../../../reports/owner.ts'
import { addressLines } from '../../../shared/address.ts'
import { formatDate, formatDateTime, ukToday } from '../../../shared/dates.ts'
import type { Language } from '../../../shared/language.ts'
import { fullName } from '../../../shared/names.ts'
import { renderPage } from '../../../web/page.ts'
import { takeDone } from '../done.ts'
import { asCitizen, type Asker } from '../rights-parts.ts'
import { words } from '../words.ts'
import { heldJson, openContact, type HeldParts } from './held-json.ts'
import { recordsJson } from './held-records.ts'
import { countHeld, happenedBefore, heldAccount, recordHappened, type HeldCounts } from './held-store.ts'

/** All of it in one page that can be read. */
export async function showHeld(parts: HeldParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language].held
  const seen = await asCitizen(parts, req, (asker) => rowsOf(asker, language))
  renderPage(req, res, 'oversight/rights/held.njk', {
    ...{ title: text.title, words: text, backLink: '/rights', ...seen, banner: takeDone(req) },
  })
}

/** The same in one file, whole: what is said in it is read by nobody else, and that it was taken is noted. */
export async function downloadHeld(parts: HeldParts, req: Request, res: Response): Promise<void> {
  const held = await asCitizen(parts, req, async (asker) => {
    const { accountId } = asker.person
    await recordHappened(asker.tx, { id: uuidv7(), accountId, kind: 'access', at: asker.now })
    return heldJson(parts, asker)
  })
  const used: object[] = []
  let page = await asCitizen(parts, req, (asker) => recordsJson(parts, asker))
  used.push(...page.records)
  while (page.older) {
    const { older } = page
    page = await asCitizen(parts, req, (asker) => recordsJson(parts, asker, older))
    used.push(...page.records)
  }
  res.attachment('everything-held.json').set('cache-control', 'no-store')
  const whole = { as_of: parts.clock(), ...held, who_used_my_data: used }
  res.type('application/json').send(`${JSON.stringify(whole, null, 2)}\n`)
}

async function rowsOf(asker: Asker, language: Language) {
  const { tx, person } = asker
  const owner = ownerIn(tx, { ...asker, person: { ...person, proved: true } })
  const [account, before] = [await heldAccount(tx, person.accountId), await happenedBefore(tx, person.accountId)]
  const { held: text } = words[language]
  const identity = await identityIn(tx, person, owner.dataKey)
  const contact = await openContact(owner, account)
  return {
    about: [
      ...row(text.since, account && formatDate(ukToday(account.createdAt), language)),
      ...identityRows(identity, contact, language),
      ...row(text.language, account && text.languages[account.language]),
    ],
    counts: countRows(await countHeld(tx, person.accountId), language),
    before: before.map(({ kind, at }) => `${formatDateTime(at, language)}: ${text.happened[kind]}`),
  }
}

function identityRows({ names, birthDate, addresses }: Identity, contact: Contact | undefined, language: Language) {
  const { held: text } = words[language]
  const [address] = addresses
  return [
    ...row(text.names, ...names.map(fullName)),
    ...row(text.birthDate, formatDate(birthDate, language)),
    ...row(text.addresses, address && addressLines(address).join(', ')),
    ...row(text.contact, contact?.email, contact?.phone),
  ]
}

function countRows({ erasedReports, ...counts }: HeldCounts, language: Language): SummaryRow[] {
  const { held: text } = words[language]
  return (Object.keys(text.counts) as (keyof typeof text.counts)[]).flatMap((name) => {
    const erased = name === 'reports' && erasedReports > 0 ? ` (${erasedReports} ${text.erased})` : ''
    return row(text.counts[name], `${counts[name]}${erased}`)
  })
}
