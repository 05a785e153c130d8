import { entriesOf, textsOf, type Report, type Unchecked } from '../../agencies/file-entry.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import { accountEntry } from '../account.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { notForSharing, type Asked, type NeverShared, type Receiver } from './not-for-sharing.ts'

const words = { en, cy }

export const neverSharedInWords = (each: NeverShared, language: Language) => words[language][each]

/** @throws Refusal `invalid` for terms that cannot be drafted, whichever road they come by. */
export function refuseNotForSharing(asked: Asked, receiver: Receiver, events?: Catalogue): void {
  const found = notForSharing(asked, receiver, events)
  if (found.length > 0) throw new Refusal('invalid', found.map((each) => en[each]).join(' '))
}

/** Of every agreement of a body's entry in the agencies file, even where other parts of it are wrong. */
export function lookAtSharing(agency: Unchecked, report: Report): void {
  const { kind = 'public-body', cluster, agreements } = agency
  const receiver = { kind: String(kind), cluster } as Receiver
  for (const { index, entry: agreement } of entriesOf(agreements)) {
    const problems = notForSharing(askedIn(agreement), receiver)
    if (problems.length > 0) report(['agreements', index], `cannot be: ${problems.map((each) => en[each]).join(' ')}`)
  }
}

function askedIn({ events, matching, holder, account }: Unchecked): Asked {
  const read = accountEntry.safeParse(account)
  return {
    events: entriesOf(events).map(({ entry }) => ({ type: String(entry['type']), fields: textsIn(entry['fields']) })),
    matching: textsIn(matching),
    holder: typeof holder === 'string' ? holder : undefined,
    account: read.success ? read.data : undefined,
  }
}

const textsIn = (value: unknown) => textsOf(value).map(({ text }) => text)
