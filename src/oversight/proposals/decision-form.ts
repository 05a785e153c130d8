import { declineCategories, type DeclineCategory } from '../../agreements/proposals/proposal.ts'
import type { Decider, ProposalDecision } from '../../agreements/proposals/step-store.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from './place.ts'

export interface TypedDecision {
  decision: string
  reason: string
  category: string
  withholding: string
}

export function decisionIn(
  { decision, reason, category, withholding }: TypedDecision,
  decider: Decider,
): ProposalDecision {
  if (decision === 'approve') return { ...decider, state: 'approved', reason: reason === '' ? null : reason }
  return { ...decider, state: 'declined', reason, category: category as DeclineCategory, withholding }
}

export const typedIn = (body: FormBody): TypedDecision => ({
  decision: textField(body, 'decision'),
  reason: textField(body, 'reason'),
  category: textField(body, 'category'),
  withholding: textField(body, 'withholding'),
})

export function mistakesIn(typed: TypedDecision, language: Language): FieldError[] {
  const { decision, reason, category, withholding } = typed
  const text = words[language].one
  if (decision !== 'approve' && decision !== 'decline') return [{ field: 'decision', message: text.missing }]
  if (decision === 'approve') return []
  const isCategory = (declineCategories as readonly string[]).includes(category)
  return [
    ...(reason === '' ? [{ field: 'reason', message: text.missingReason }] : []),
    ...(isCategory ? [] : [{ field: 'category', message: text.missingCategory }]),
    ...(withholding === '' ? [{ field: 'withholding', message: text.missingWithholding }] : []),
  ]
}
