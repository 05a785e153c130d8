// The public registers among many: /agreements with 20,000 agreements against 200, and /performance with three years of
// figures against a month. Stated limit: the larger at most 1.5 times the smaller.
import { printJson, printTable, rounded, type Row } from './figures.ts'
import { agreementsAmongMany } from './registers-agreements.ts'
import { figuresOverYears } from './registers-performance.ts'

const AT_MOST = 1.5

/** What one of them has measured: a line for each size, its figures by name, and how the larger stands to the smaller. */
export interface Compared {
  title: string
  rows: Row[]
  figures: Record<string, number>
  ratios: Record<string, number>
}

const compared = [await agreementsAmongMany(), await figuresOverYears()]
for (const { title, rows, ratios } of compared) {
  printTable(title, rows)
  for (const [name, ratio] of Object.entries(ratios)) {
    process.stdout.write(`${name} ${ratio.toFixed(2)} (limit ${AT_MOST}${ratio > AT_MOST ? ', above' : ''})\n`)
  }
}
printJson({
  name: 'registers',
  figures: rounded(Object.assign({}, ...compared.map(({ figures }) => figures)) as Record<string, number>),
  ratios: rounded(Object.assign({}, ...compared.map(({ ratios }) => ratios)) as Record<string, number>),
})
