import { readFile } from 'node:fs/promises'
import { getSystemErrorMessage } from 'node:util'
import { placeOf, type Mistake } from '../agencies/file-mistakes.ts'
import { lifeEvents } from '../catalogue/catalogue.ts'
import { readConfig, type Config } from '../config.ts'
import { systemClock } from '../shared/clock.ts'
import { readAgenciesText, type AgenciesFile } from '../subscriptions/agencies-file.ts'
import { onLines } from '../subscriptions/agencies-file-text.ts'
import { applyAgencies } from '../subscriptions/apply-agencies-file.ts'
import { summaryInWords } from '../subscriptions/changes-in-words.ts'
import { algorithmOf } from '../vault/signing-keys.ts'
import { agenciesInWords } from './agencies-list.ts'
import { withCommandDatabase } from './command-database.ts'

const USAGE = `Usage:
  npm run agencies -- check <file>   says what is wrong with an agencies file, and changes nothing
  npm run agencies -- apply <file>   brings the database to what the file says, or names every mistake
  npm run agencies -- list           lists the agencies with their agreements and streams`

/** Ends with 0, with 1 when there is something to put right, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  complain([error instanceof Error ? error.message : String(error)])
  return 1
})

async function run([verb, file, ...rest]: string[]): Promise<number> {
  if (verb === 'list' && file === undefined) return list(readConfig())
  if ((verb === 'check' || verb === 'apply') && file !== undefined && rest.length === 0) {
    return (verb === 'check' ? check : apply)(readConfig(), file)
  }
  complain([USAGE])
  return 2
}

async function check(config: Config, file: string): Promise<number> {
  const says = read(config, file, await readText(file))
  if (says) say([`${file} has no mistakes. Agencies: ${says.agencies.map(({ id }) => id).join(', ') || 'none'}.`])
  return says ? 0 : 1
}

async function apply(config: Config, file: string): Promise<number> {
  const text = await readText(file)
  const says = read(config, file, text)
  if (!says) return 1
  const applied = await withCommandDatabase(config, (db) => applyAgencies(db, config.vault, says, systemClock()))
  if ('mistakes' in applied) complainOf(file, text, applied.mistakes)
  else say(summaryInWords(applied))
  return 'mistakes' in applied ? 1 : 0
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error && 'errno' in error ? getSystemErrorMessage(Number(error.errno)) : String(error)
    throw new Error(`Cannot read ${file}: ${reason}`, { cause: error })
  }
}

function read(config: Config, file: string, text: string): AgenciesFile | undefined {
  const reading = readAgenciesText(text, {
    ...{ lifeEvents, allowLoopback: !config.production },
    algorithms: config.setSigningKeys.map(algorithmOf),
  })
  if ('value' in reading) return reading.value
  complainOf(file, text, reading.mistakes)
  return undefined
}

function complainOf(file: string, text: string, mistakes: Mistake[]): void {
  const count = `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`
  const lines = onLines(text, mistakes).map(({ line, path, problem }) =>
    path.length === 0 ? `  ${problem}` : `  line ${line}: ${placeOf(path)} ${problem}`,
  )
  complain([`${file} has ${count}. Nothing was applied.`, ...lines])
}

async function list(config: Config): Promise<number> {
  say(await withCommandDatabase(config, agenciesInWords))
  return 0
}

function say(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function complain(lines: string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
}
