import type { Knex } from 'knex'
import type { NewDecision } from '../../agreements/decisions/decision.ts'
import { recordDecision } from '../../agreements/decisions/decision-store.ts'
import { answerFinding, closeMediation, settleFinding } from '../../agreements/concerns/finding-store.ts'
import { addStatement } from '../../agreements/concerns/mediation-store.ts'
import type { Act, Mediation, Party } from '../../agreements/concerns/mediation.ts'
import type { Doing } from './read-act.ts'

/** In the context of whoever acts, with its published decision. @returns false when the database lets nobody do that by now. */
export async function carryOut(
  tx: Knex.Transaction,
  act: Act,
  { mediation, party, doing }: { mediation: Mediation; party: Party; doing: Doing },
  now: Date,
): Promise<boolean> {
  const { words } = doing
  const { agencyId } = party
  if (act === 'statement') {
    const side = agencyId === mediation.agencyId ? 'body' : 'concerned'
    await addStatement(tx, mediation.id, { side, agencyId, words, at: now })
  } else if (!(await steps[act](tx, { mediation, doing }, now))) return false
  const decision = decisionOn(act, doing, roleOf(party))
  await recordDecision(tx, { agreementId: mediation.agreementId, agencyId, words, ...decision }, now)
  return true
}

type Step = (tx: Knex.Transaction, about: { mediation: Mediation; doing: Doing }, now: Date) => Promise<boolean>

const steps: Record<Exclude<Act, 'statement'>, Step> = {
  outcome: async (tx, { mediation, doing: { outcome, words, improveBy } }, now) =>
    outcome !== undefined && closeMediation(tx, mediation.id, { outcome, words, improveBy }, now),
  improvement: async (tx, { mediation: { finding }, doing: { words } }, now) =>
    finding !== null && answerFinding(tx, finding.id, words, now),
  settlement: async (tx, { mediation: { finding }, doing: { settlement: result, words } }, now) =>
    finding !== null && result !== undefined && settleFinding(tx, finding.id, { result, words }, now),
}

type Decided = Pick<NewDecision, 'act' | 'role'> & { category: string }

/** How the register of decisions calls it. */
function decisionOn(act: Act, { outcome, settlement }: Doing, role: Decided['role']): Decided {
  if (act === 'statement') return { act: 'mediation', role, category: 'statement' }
  if (act === 'improvement') return { act: 'improved', role, category: 'said' }
  if (act === 'settlement' && settlement === 'ended') return { act: 'ended', role, category: 'finding' }
  if (act === 'settlement') return { act: 'improved', role, category: 'accepted' }
  return outcome === 'finding'
    ? { act: 'finding', role, category: 'improve' }
    : { act: 'mediation', role, category: outcome ?? 'no-change' }
}

function roleOf(party: Party): Decided['role'] {
  if (party.agencyId === null) return 'operator'
  return party.kind === 'regulator' || party.kind === 'advocate' ? party.kind : 'body'
}
