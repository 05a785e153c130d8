import { findAgency } from '../agencies/agency-store.ts'
import { readConfig } from '../config.ts'
import { findFigure, figures } from '../oversight/performance/figure.ts'
import { giveFigure } from '../oversight/performance/figure-store.ts'
import { readMonth } from '../oversight/performance/month.ts'
import { systemClock } from '../shared/clock.ts'
import { withCommandDatabase } from './command-database.ts'

const GIVEN = figures.filter(({ given }) => given).map(({ id }) => id)

const USAGE = `Usage:
  npm run give-figure -- <figure> <month> <value> [<body>]   says what nobody can count here
Figures: ${GIVEN.join(', ')}. Month: 2026-10. Without a body it is of the whole service.`

/** Ends with 0, or with 2 when it was called wrongly. What was said before stays: the last one said stands. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})

async function run([id = '', typedMonth = '', typedValue = '', agencyId, ...rest]: string[]): Promise<number> {
  const [figure, month, value] = [findFigure(id), readMonth(typedMonth), Number(typedValue)]
  const isValue = typedValue !== '' && value >= 0 && value <= (figure?.unit === 'share' ? 100 : Number.MAX_SAFE_INTEGER)
  if (!figure?.given || month === undefined || !isValue || rest.length > 0 || (agencyId && !figure.bodies)) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const given = { figure: figure.id, month, value, now: systemClock(), ...(agencyId !== undefined && { agencyId }) }
  await withCommandDatabase(readConfig(), async (db) => {
    if (agencyId && !(await findAgency(db, agencyId)))
      throw new Error(`There is no body ${agencyId}. Nothing was changed.`)
    await giveFigure(db, given)
  })
  process.stdout.write(`${figure.id} of ${typedMonth} is ${value}${agencyId ? ` for ${agencyId}` : ''}.\n`)
  return 0
}
