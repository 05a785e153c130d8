import type { RightKind } from './right.ts'

/**
 * On what a body may refuse: manifestly unfounded or excessive (article 12(5)); the exceptions of erasure (article
 * 17(3)); compelling grounds against an objection (article 21(1)); that the data are right as they are; and the
 * exemptions of the Data Protection Act 2018, schedules 2 to 4.
 */
export const exceptions = [
  'legal-duty',
  'public-task',
  'public-health',
  'archive',
  'legal-claims',
  'free-speech',
  'compelling',
  'accurate',
  'excessive',
  'no-data',
  'exempt',
] as const
export type Exception = (typeof exceptions)[number]

const OF_ALL: readonly Exception[] = ['excessive', 'no-data', 'exempt']
const OF_KIND: Record<RightKind, readonly Exception[]> = {
  object: ['compelling', 'legal-claims'],
  correct: ['accurate'],
  access: [],
  erase: ['legal-duty', 'public-task', 'public-health', 'archive', 'legal-claims', 'free-speech'],
}

export const exceptionsTo = (kind: RightKind): Exception[] => [...OF_KIND[kind], ...OF_ALL]
