import { readFile } from 'node:fs/promises'
import { importRegister } from '../agreements/published/import-register.ts'
import { NoRegister, readRegister } from '../agreements/published/read-register.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../shared/clock.ts'
import { withCommandDatabase } from './command-database.ts'

const USAGE = `Usage:
  npm run import:dea-register -- <file.csv>   takes in the published register of data sharing agreements`

/** Ends with 0, with 1 when the file is no register, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})

async function run([file, ...rest]: string[]): Promise<number> {
  if (file === undefined || rest.length > 0) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const register = read(file, await readFile(file, 'utf8'))
  const imported = await withCommandDatabase(readConfig(), (db) => importRegister(db, register, systemClock()))
  const cells = register.untidy.map(({ number, column, problem }) => `  ${number}, ${column}: ${problem}`)
  const { added, changed, unchanged, left } = imported
  process.stdout.write(
    [
      `Agreements: ${register.agreements.length}. Added ${added}, changed ${changed}, unchanged ${unchanged}, no longer there ${left}.`,
      `Cells that are not as they should be: ${cells.length}.`,
      ...cells,
      '',
    ].join('\n'),
  )
  return 0
}

function read(file: string, text: string) {
  try {
    return readRegister(text)
  } catch (error) {
    if (error instanceof NoRegister)
      throw new Error(`${file} ${error.message}. Nothing was taken in.`, { cause: error })
    throw error
  }
}
