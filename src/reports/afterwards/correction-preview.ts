import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import { fieldsFor } from '../../agreements/agreement.ts'
import type { Facts, LifeEvent } from '../../catalogue/life-event.ts'
import type { Bilingual } from '../../shared/language.ts'
import { minimise } from '../../subscriptions/minimise.ts'
import { whatReportSays } from '../answers-store.ts'
import type { Journey } from '../journey/journey.ts'
import type { Owner } from '../owner.ts'
import { fieldsLeftOut } from '../preview/redaction.ts'
import { bodiesToCorrect } from './told-body-store.ts'

export interface CorrectionPreview {
  facts: Facts
  bodies: CorrectedBody[]
  /** False when all is as it was: then there is nothing to send. */
  differs: boolean
  /** Stands for all of it: a correction is sent only as it was seen. */
  seen: string
}

/** A body that gets the correction, under one of its agreements. */
export interface CorrectedBody {
  agreementId: string
  name: Bilingual
  purpose: Bilingual
  /** It was told, or may have been; otherwise it only ever gets the corrected facts. */
  knows: boolean
  facts: Facts
}

/** Exactly those that were or are to be told what the report said: nobody new, and no field that they did not get. */
export async function correctionPreview(
  owner: Owner,
  event: LifeEvent,
  { journey, reportId }: { journey: Journey; reportId: string },
): Promise<CorrectionPreview> {
  const facts = safeFacts(event, journey)
  const told = await bodiesToCorrect(owner, reportId)
  const agreements = await agreementVersions(
    owner.tx,
    told.map(({ agreementId: id, version }) => ({ id, version })),
  )
  const bodies = told.flatMap(({ agreementId, version, name, knows, leftOut, safety }) => {
    const agreement = agreements.find((one) => one.id === agreementId && one.version === version)
    if (!agreement) return []
    const granted = fieldsFor(agreement, event.type)
    const kept = [...leftOut, ...fieldsLeftOut(granted, { event, safety })]
    const fields = granted.filter((field) => !kept.includes(field))
    return [{ agreementId, name, purpose: agreement.purpose, knows, facts: minimise(facts, fields) }]
  })
  const before = await whatReportSays(owner, reportId)
  return { facts, bodies, differs: !isDeepStrictEqual(before?.facts, facts), seen: fingerprint(facts, bodies) }
}

/** Once somebody is at risk nobody is told of a partner or the household, though it was said before. */
function safeFacts(event: LifeEvent, { given, known }: Journey): Facts {
  const facts = event.parseFacts(event.facts(given, known))
  if (!event.safety(given)) return facts
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !event.fields[name]?.household))
}

const fingerprint = (facts: Facts, bodies: readonly CorrectedBody[]) =>
  createHash('sha256')
    .update(JSON.stringify([facts, bodies.map(({ agreementId, knows }) => [agreementId, knows])]))
    .digest('base64url')
