import { fieldsFor, type Agreement } from '../../agreements/agreement.ts'
import type { Facts, LifeEvent } from '../../catalogue/life-event.ts'
import type { Bilingual } from '../../shared/language.ts'
import { minimise } from '../../subscriptions/minimise.ts'
import { fieldsLeftOut } from '../preview/redaction.ts'
import type { Redacted } from '../report.ts'
import type { ReportedBody } from './told-body-store.ts'

/** A body that gets the correction, under one of its agreements. */
export interface CorrectedBody {
  recipient: { agency: { name: Bilingual }; agreement: Agreement; fields: readonly string[] }
  /** It was told, or may have been; otherwise it only ever gets the corrected facts. */
  knows: boolean
  /** Names of fields that it is not told, whether or not they have a value. */
  redacted: readonly string[]
  facts: Facts
}

interface Circumstances {
  event: LifeEvent
  facts: Facts
  safety: boolean
  leftOut: readonly string[]
}

/** What a body gets of what a report says by now, under the version of its agreement that it was told under. */
export function corrected(
  body: ReportedBody,
  agreement: Agreement,
  { event, facts, safety, leftOut }: Circumstances,
): CorrectedBody {
  const fields = fieldsFor(agreement, event.type)
  const redacted = safety ? fieldsLeftOut(fields, { event, safety, chosen: leftOut }) : leftOut
  return {
    recipient: { agency: { name: body.name }, agreement, fields },
    knows: body.knows,
    redacted,
    facts: minimise(facts, fields, redacted),
  }
}

/** Of bodies that something was chosen for. */
export const chosenOf = (bodies: readonly CorrectedBody[], wanted: Redacted): Redacted =>
  Object.fromEntries(
    bodies
      .map(({ recipient: { agreement }, redacted }) => [agreement.id, redacted] as const)
      .filter(([id]) => wanted[id] !== undefined),
  )
