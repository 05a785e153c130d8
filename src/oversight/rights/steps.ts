import type { CalendarDate } from '../../shared/dates.ts'
import type { BodysStep, RightsRequest } from './right.ts'

/**
 * What the body may do next. More time is taken once, within the time that there is by law, and not with a complaint
 * (article 12(3)).
 */
export function stepsOf(request: RightsRequest, today: CalendarDate): BodysStep[] {
  const { waitsFor, receivedAt, extendedAt, complainedAt, due } = request
  if (waitsFor === 'nobody') return []
  const mayExtend = waitsFor === 'body' && !extendedAt && !complainedAt && due !== undefined && today <= due
  return [
    ...(receivedAt ? [] : (['received'] as const)),
    ...(waitsFor === 'body' ? (['asked'] as const) : []),
    ...(mayExtend ? (['extended'] as const) : []),
    'done',
    'refused',
  ]
}

/** What the citizen may do next. */
export function citizenMay(request: RightsRequest) {
  const { waitsFor, decision, kind, withdrawnAt, complainedAt, escalatedAt } = request
  const open = waitsFor !== 'nobody'
  return {
    write: open,
    withdraw: withdrawnAt === undefined && (open || kind === 'object'),
    complain: withdrawnAt === undefined && decision !== undefined && !open && complainedAt === undefined,
    escalate: withdrawnAt === undefined && escalatedAt === undefined,
  }
}
