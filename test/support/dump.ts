import type { Db } from '../../src/shared/database.ts'

/** Every row of every table as text, as a stolen dump would show it; binary columns are in hex. */
export async function dumpOf(owner: Db): Promise<{ table: string; rows: string[] }[]> {
  const tables = await tablesOf(owner)
  return Promise.all(
    tables.map(async (table) => {
      const { rows } = await owner.raw<{ rows: { row: string }[] }>('select t::text as row from ?? t', [table])
      return { table, rows: rows.map(({ row }) => row) }
    }),
  )
}

export async function tablesOf(owner: Db): Promise<string[]> {
  const { rows } = await owner.raw<{ rows: { name: string }[] }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'migrations%'
     order by relname`,
  )
  return rows.map(({ name }) => name)
}

/** Rows in which a secret stands, in clear or as the bytes of its text. */
export function rowsThatShow(dump: Awaited<ReturnType<typeof dumpOf>>, secret: string): string[] {
  const forms = [secret.toLowerCase(), Buffer.from(secret, 'utf8').toString('hex')]
  return dump.flatMap(({ table, rows }) =>
    rows.filter((row) => forms.some((form) => row.toLowerCase().includes(form))).map((row) => `${table}: ${row}`),
  )
}
