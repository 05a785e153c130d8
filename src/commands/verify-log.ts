import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { inWords } from '../run-process.ts'
import { understand, verifyLog, type Asked } from './verify-log/verify.ts'

const USAGE = `Usage:
  npm run verify-log -- <url of the log> [its verifier key]

  --receipt <zip>      checks a receipt too, and that its record is still in the log
  --earlier <file>     a checkpoint that you have kept: the log must only have added to it
  --witness <key>      the verifier key of a witness that you trust; may be given more than once`

const options = {
  receipt: { type: 'string' },
  earlier: { type: 'string' },
  witness: { type: 'string', multiple: true },
} as const

/** Ends with 0 when all of it holds, with 1 when anything is wrong, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`)
  return 1
})

async function run(words: string[]): Promise<number> {
  const asked = await read(words)
  if (!asked) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const { said, faults } = await verifyLog(fetch, asked)
  process.stdout.write(said.map((line) => `${line}\n`).join(''))
  process.stderr.write(faults.map((line) => `WRONG: ${line}\n`).join(''))
  process.stdout.write(
    faults.length === 0 ? 'All of it holds.\n' : 'This log, or this receipt, is not to be trusted.\n',
  )
  return faults.length === 0 ? 0 : 1
}

/** @returns undefined when it was called wrongly. */
async function read(words: string[]): Promise<Asked | undefined> {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const { receipt, earlier, witness } = values
    const files = {
      receipt: receipt && (await readFile(receipt)),
      earlier: earlier && (await readFile(earlier, 'utf8')),
    }
    return understand(positionals, { ...files, witnesses: witness })
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`)
    return undefined
  }
}
