import { readConfig } from '../config.ts'
import type { ListedCase } from '../reports/somebody-else/case.ts'
import { closeCase, findCase, listCases } from '../reports/somebody-else/case-store.ts'
import { inWords } from '../run-process.ts'
import type { Db } from '../shared/database.ts'
import { isUuid } from '../shared/references.ts'
import type { Vault } from '../vault/vault.ts'
import { withCommandDatabase } from './command-database.ts'

const USAGE = `Usage:
  npm run cases -- list                     open cases, the oldest first
  npm run cases -- list --all               closed ones too
  npm run cases -- show <id>                one case; what it is about is read at /operator/cases, on record
  npm run cases -- close <id> --note <text> closes it; the note is kept sealed`

/** Ends with 0, with 1 when something went wrong or was not found, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`)
  return 1
})

async function run(words: string[]): Promise<number> {
  const work = understand(words)
  if (!work) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const config = readConfig()
  const lines = await withCommandDatabase(config, (db) => work(db, config.vault))
  if (!lines) {
    process.stderr.write('There is no such case, or it is closed already.\n')
    return 1
  }
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

/** @returns the lines to print; undefined when the case is not there. */
type Work = (db: Db, vault: Vault) => Promise<string[] | undefined>

function understand([verb, id, flag, note, ...rest]: string[]): Work | undefined {
  if (rest.length > 0) return undefined
  if (verb === 'list' && flag === undefined && [undefined, '--all'].includes(id)) {
    return (db) => list(db, id === '--all')
  }
  if (!isUuid(id ?? '') || id === undefined) return undefined
  if (verb === 'show' && flag === undefined) return (db, vault) => show(db, vault, id)
  if (verb === 'close' && flag === '--note' && note) return (db, vault) => close(db, vault, id, note)
  return undefined
}

async function list(db: Db, closed: boolean): Promise<string[]> {
  const cases = await listCases(db, { closed })
  return cases.length > 0 ? cases.map(inOneLine) : ['No case is open.']
}

async function show(db: Db, vault: Vault, id: string): Promise<string[] | undefined> {
  const found = await findCase(db, vault, id)
  if (!found) return undefined
  return [
    inOneLine(found),
    // Here nobody signs in, so nothing could say who looked: the page asks why, and its people see it.
    `what it is about: open it at /operator/cases/${id}`,
    ...(found.closedAt ? [`closed ${found.closedAt.toISOString()}: ${found.note ?? ''}`] : []),
  ]
}

async function close(db: Db, vault: Vault, id: string, note: string): Promise<string[] | undefined> {
  const closed = await closeCase(db, vault, id, { note, at: new Date() })
  return closed ? [`Closed ${id}.`] : undefined
}

function inOneLine({ id, kind, state, openedAt }: ListedCase): string {
  return `${id}  ${state}  ${kind}  ${openedAt.toISOString()}`
}
