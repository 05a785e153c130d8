import type { Facts } from '../catalogue/life-event.ts'
import type { AnyContent } from '../reports/afterwards/follow-up-contents-store.ts'
import type { FollowUpKind } from '../reports/afterwards/follow-up.ts'

/** What a token says of an earlier one about the same report, beside the facts that a correction has. */
export interface Change {
  change: 'corrected' | 'withdrawn' | 'answered' | 'offer_accepted' | 'offer_declined'
  /** jti of the first token about the report that went to this body. */
  original_jti: string
  /** The citizen's words. */
  answer?: string
}

export interface FollowUpToTell {
  kind: FollowUpKind
  content: Partial<AnyContent> | undefined
  originalJti: string | undefined
}

/**
 * What a follow-up tells: whose facts, and which change. Undefined when it is erased. The first token that a body gets
 * is a plain report, whatever was corrected before it was sent. A withdrawal carries ids alone.
 *
 * @param reported facts of the report itself
 */
export function toldBy(
  followUp: FollowUpToTell | undefined,
  reported: Facts | undefined,
): { whole: Facts; change?: Change } | undefined {
  if (!followUp) return reported && { whole: reported }
  const { kind, content, originalJti: original_jti } = followUp
  if (kind === 'correction' && content?.facts) {
    const whole = content.facts
    return original_jti === undefined ? { whole } : { whole, change: { change: 'corrected', original_jti } }
  }
  if (original_jti === undefined) return undefined
  if (kind === 'withdrawal') return { whole: {}, change: { change: 'withdrawn', original_jti } }
  if (kind === 'answer' && content?.text !== undefined) {
    return { whole: {}, change: { change: 'answered', original_jti, answer: content.text } }
  }
  if (kind !== 'offer' || !content?.decision) return undefined
  const change = content.decision === 'accept' ? 'offer_accepted' : 'offer_declined'
  return { whole: {}, change: { change, original_jti } }
}
