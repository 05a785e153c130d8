import type { Db } from '../../shared/database.ts'
import type { PublishedFigure } from './figure.ts'
import type { Month } from './month.ts'

export interface MadeMonth {
  month: Month
  madeAt: Date
}

export interface Snapshot extends PublishedFigure {
  month: Month
}

export interface RunningFigure {
  figure: string
  part: string
  month: Month
  value: number | null
  countedAt: Date
}

/** The latest first. */
export async function madeMonths(db: Db, most: number): Promise<MadeMonth[]> {
  const { rows } = await db.raw<{ rows: MadeMonth[] }>(
    'select month, made_at as "madeAt" from figure_months order by month desc limit ?',
    [most],
  )
  return rows
}

/** Of the whole service, or of one body, from a month on; of one figure, if it is named. Along the primary key. */
export async function snapshotsSince(
  db: Db,
  { agencyId = '', since, figure }: { agencyId?: string; since: Month; figure?: string },
): Promise<Snapshot[]> {
  const { rows } = await db.raw<{ rows: Snapshot[] }>(
    `select agency_id as "agencyId", month, figure, part, value from figure_snapshots
     where agency_id = :agencyId and month >= :since and (cast(:figure as text) is null or figure = :figure)`,
    { agencyId, since, figure: figure ?? null },
  )
  return rows
}

/** Of all bodies, and of the service, in one month. */
export async function snapshotsOfMonth(db: Db, figure: string, month: Month): Promise<Snapshot[]> {
  const { rows } = await db.raw<{ rows: Snapshot[] }>(
    `select agency_id as "agencyId", month, figure, part, value from figure_snapshots
     where figure = :figure and month = :month order by part, agency_id`,
    { figure, month },
  )
  return rows
}

/** The month that runs, as it was counted last. */
export async function runningFigures(db: Db): Promise<RunningFigure[]> {
  const { rows } = await db.raw<{ rows: RunningFigure[] }>(
    'select figure, part, month, value, counted_at as "countedAt" from running_figures',
  )
  return rows
}

/** Everything, a stretch at a time in the order of the primary key, behind what was read last. */
export async function nextSnapshots(db: Db, after: Snapshot | undefined, limit: number): Promise<Snapshot[]> {
  const { agencyId = '', month = '0001-01-01', figure = '', part = '' } = after ?? {}
  const { rows } = await db.raw<{ rows: Snapshot[] }>(
    `select agency_id as "agencyId", month, figure, part, value from figure_snapshots
     where (agency_id, month, figure, part) > (:agencyId, cast(:month as date), :figure, :part)
     order by agency_id, month, figure, part limit :limit`,
    { agencyId, month, figure, part, limit },
  )
  return rows
}

export interface PublicDecision {
  id: number
  agreementId: string
  /** There is a page for it. */
  registered: boolean
  act: string
  words: { en: string; cy?: string } | null
  at: Date
}

/** The latest first, of those acts. */
export async function latestDecisions(db: Db, acts: readonly string[], most: number): Promise<PublicDecision[]> {
  const { rows } = await db.raw<{ rows: PublicDecision[] }>(
    `select d.id, d.agreement_id as "agreementId", a.id is not null as registered, d.act, d.words, d.at
     from agreement_decisions d left join agreements a on a.id = d.agreement_id
     where d.act = any (cast(:acts as text[])) order by d.at desc, d.id desc limit :most`,
    { acts: [...acts] as never, most },
  )
  return rows
}

export async function addAnswer(db: Db, score: number, today: string): Promise<void> {
  await db.raw('select rate_service(cast(:score as integer), cast(:today as date))', { score, today })
}

/** What nobody can count here. With the worker's role. */
export async function giveFigure(
  db: Db,
  {
    figure,
    agencyId = '',
    month,
    value,
    now,
  }: { figure: string; agencyId?: string; month: Month; value: number; now: Date },
): Promise<void> {
  await db('given_figures').insert({ figure, agency_id: agencyId, month, value, given_at: now })
}

export interface ServingAgreement {
  id: string
  agencyId: string
}

/** Live agreements that cover one of these events, and the field of it that is named. */
export async function agreementsCovering(
  db: Db,
  told: readonly { type: string; field?: string }[],
  most: number,
): Promise<ServingAgreement[]> {
  const { rows } = await db.raw<{ rows: ServingAgreement[] }>(
    `select a.id, a.agency_id as "agencyId" from agreements a
     where a.state = 'live' and exists (
       select from jsonb_to_recordset(cast(:told as jsonb)) as wanted (type text, field text)
       join agreement_events e on e.event_type = wanted.type
         and (wanted.field is null or wanted.field = any (e.fields))
       where e.agreement_id = a.id and e.version = a.version)
     order by a.id limit :most`,
    { told: JSON.stringify(told), most },
  )
  return rows
}
