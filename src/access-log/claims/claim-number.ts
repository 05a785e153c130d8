import { identityOf } from '../../identity/account-store.ts'
import type { Person } from '../../identity/person.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { NationalIdentifier } from '../../vault/national-identifier.ts'
import { subjectRef } from '../../vault/pseudonyms.ts'
import { linkSubjects } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import type { AskBody } from './ask-body.ts'
import { addStep, confirmersOf, isLinked, stepsSince, unlinkSubjects } from './claim-store.ts'
import { mayTry, triesFrom, type ClaimedType, type ClaimStep, type Confirmation } from './claim.ts'

export interface ClaimParts {
  db: Db
  vault: Vault
  clock: Clock
  askBody: AskBody
}

export type ClaimResult = Exclude<ClaimStep, 'asked' | 'unlinked'> | 'too-many'

/**
 * Has a number confirmed, and makes what is recorded under it the person's own. The try is noted before anybody is
 * asked, so that it counts whatever happens; nobody is asked inside a transaction.
 */
export async function claimNumber(
  parts: ClaimParts,
  person: Person,
  number: NationalIdentifier & { idType: ClaimedType },
): Promise<ClaimResult> {
  const { db, vault, clock } = parts
  const context = { account: person.accountId, subjects: person.subjects }
  const step = { accountId: person.accountId, idType: number.idType }
  const confirmers = await inContext(db, context, async (tx) => {
    if (!mayTry(await stepsSince(tx, person.accountId, triesFrom(clock())))) return undefined
    await addStep(tx, { ...step, what: 'asked', at: clock() })
    return confirmersOf(tx, number.idType)
  })
  if (!confirmers) return 'too-many'
  const { names, birthDate } = await identityOf(db, vault, person)
  const said = await askInTurn(parts.askBody, confirmers, { number, names, birthDate })
  return inContext(db, context, async (tx) => {
    const what = await settle(tx, vault, person.accountId, number, said.confirmation)
    await addStep(tx, { ...step, what, agencyId: said.agencyId, at: clock() })
    return what
  })
}

/** Records stay where they are; this person sees them no more, and nobody else does. */
export async function unlinkNumber({ db, clock }: ClaimParts, person: Person, idType: ClaimedType): Promise<boolean> {
  return inContext(db, { account: person.accountId, subjects: person.subjects }, async (tx) => {
    if ((await unlinkSubjects(tx, idType)) === 0) return false
    await addStep(tx, { accountId: person.accountId, idType, what: 'unlinked', at: clock() })
    return true
  })
}

/** The first body that answers has said it: what one denies, no other is asked. */
async function askInTurn(
  ask: AskBody,
  [first, ...rest]: Awaited<ReturnType<typeof confirmersOf>>,
  question: Parameters<AskBody>[1],
): Promise<{ confirmation: Confirmation; agencyId?: string | undefined }> {
  if (!first) return { confirmation: 'no-answer' }
  const confirmation = await ask(first, question)
  return confirmation === 'no-answer' ? askInTurn(ask, rest, question) : { confirmation, agencyId: first.agencyId }
}

async function settle(
  tx: Db,
  vault: Vault,
  accountId: string,
  number: NationalIdentifier,
  confirmation: Confirmation,
): Promise<Exclude<ClaimResult, 'too-many'>> {
  if (confirmation !== 'yes') return confirmation === 'no' ? 'not-confirmed' : 'no-answer'
  await linkSubjects(tx, vault, accountId, [number])
  return (await isLinked(tx, accountId, subjectRef(vault, number.idType, number.id))) ? 'confirmed' : 'taken'
}
