import type { Db } from './database.ts'

export type ProcessRole = 'web' | 'worker'

interface Row {
  name: string
  superuser: boolean
  bypasses: boolean
  owns: boolean
  belongs: boolean
  strays: boolean
}

/**
 * Why the role we are connected as must not run this kind of process, in words for an operator; undefined when it may.
 * Row-level security is a second wall only for a role that neither stands above it nor owns the tables behind it.
 */
export async function roleProblem(db: Db, process: ProcessRole): Promise<string | undefined> {
  const [group, other] = GROUPS[process]
  const { rows } = await db.raw<{ rows: Row[] }>(QUESTION, [group, other])
  const [role] = rows
  const reason = role && reasonsAgainst(role, group, other)[0]
  if (!reason) return undefined
  const wanted = `The ${process} process needs a log-in that is a member of ${group} and of nothing else.`
  return `DATABASE_URL names the role "${role.name}", which ${reason}. ${wanted}`
}

const [WEB, WORKER] = ['tell_us_once_web', 'tell_us_once_worker'] as const
const GROUPS = { web: [WEB, WORKER], worker: [WORKER, WEB] } as const

// Policies and ownership reach whoever is a member too, directly or not.
const QUESTION = `
  select rolname as name, rolsuper as superuser, rolbypassrls as bypasses,
    exists (
      select 1 from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(relowner, 'usage')
    ) as owns,
    coalesce((select pg_has_role(oid, 'usage') from pg_roles where rolname = ?), false) as belongs,
    coalesce((select pg_has_role(oid, 'usage') from pg_roles where rolname = ?), false) as strays
  from pg_roles where rolname = current_user`

function reasonsAgainst({ superuser, bypasses, owns, belongs, strays }: Row, group: string, other: string): string[] {
  return [
    superuser && 'is a superuser and so bypasses row-level security',
    bypasses && 'has BYPASSRLS',
    owns && 'owns the tables or is a member of their owner',
    !belongs && `is not a member of ${group}`,
    strays && `is a member of ${other} as well`,
  ].filter((reason) => reason !== false)
}
