import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import type { Facts, LifeEvent } from '../../catalogue/life-event.ts'
import { whatReportSays } from '../answers-store.ts'
import { emptyDraft } from '../drafts/draft.ts'
import type { Journey } from '../journey/journey.ts'
import type { OpenJourney } from '../journey/open-journey.ts'
import type { Owner } from '../owner.ts'
import { bodyChoicesOf } from '../preview/body-choices.ts'
import type { Redacted } from '../report.ts'
import { chosenOf, corrected, type CorrectedBody } from './corrected-body.ts'
import { newcomersOf, type Newcomer } from './newcomers.ts'
import { bodiesToCorrect } from './told-body-store.ts'

export interface CorrectionPreview {
  facts: Facts
  bodies: CorrectedBody[]
  /** Who would be told if it were reported now, was not told, and does not get the correction either. */
  newcomers: Newcomer[]
  /** Somebody may be at risk: the report says so, or the correction does. */
  safety: boolean
  /** What was chosen to be left out, by agreement; of a body that nothing was chosen for, what held before holds. */
  chosen: Redacted
  /** False when all is as it was: then there is nothing to send. */
  differs: boolean
  /** Stands for all of it: a correction is sent only as it was seen. */
  seen: string
}

/** Exactly those that were or are to be told what the report said: nobody new, and no field that they did not get. */
export async function correctionPreview(owner: Owner, open: OpenJourney, reportId: string): Promise<CorrectionPreview> {
  const { journey, draft = emptyDraft } = open
  const { event, given } = journey
  const facts = safeFacts(event, journey)
  const told = await bodiesToCorrect(owner, reportId)
  const safety = event.safety(given) || told.some((body) => body.safety)
  const wanted = bodyChoicesOf(draft).redacted
  const agreements = await agreementVersions(
    owner.tx,
    told.map(({ agreementId: id, version }) => ({ id, version })),
  )
  const bodies = told.flatMap((body) => {
    const agreement = agreements.find(({ id, version }) => id === body.agreementId && version === body.version)
    const leftOut = wanted[body.agreementId] ?? body.leftOut
    return agreement ? [corrected(body, agreement, { event, facts, safety, leftOut })] : []
  })
  const chosen = chosenOf(bodies, wanted)
  const before = await whatReportSays(owner, reportId)
  const otherwise = told.some(({ agreementId: id, leftOut }) => !isDeepStrictEqual(chosen[id] ?? leftOut, leftOut))
  const differs = otherwise || !isDeepStrictEqual(before?.facts, facts)
  const newcomers = before ? await newcomersOf(owner, open, { facts, before, reportId }) : []
  return { facts, bodies, newcomers, safety, chosen, differs, seen: fingerprint(facts, bodies) }
}

/** Once somebody is at risk nobody is told of a partner or the household, though it was said before. */
function safeFacts(event: LifeEvent, { given, known }: Journey): Facts {
  const facts = event.parseFacts(event.facts(given, known))
  if (!event.safety(given)) return facts
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !event.fields[name]?.household))
}

const fingerprint = (facts: Facts, bodies: readonly CorrectedBody[]) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        facts,
        bodies.map(({ recipient, knows, redacted }) => [recipient.agreement.id, knows, redacted]),
      ]),
    )
    .digest('base64url')
