import { once } from 'node:events'
import type { Request, Response } from 'express'
import { csv } from '../../shared/csv.ts'
import type { Db } from '../../shared/database.ts'
import { findFigure } from './figure.ts'
import { nextSnapshots, type Snapshot } from './figure-store.ts'
import { monthInAddress } from './month.ts'
import { words } from './words.ts'

const AT_A_TIME = 2_000

/** All months of all figures as they are read, so that no memory of ours grows with them. Null: nothing, or too few to say. */
export async function sendFigures(db: Db, form: 'csv' | 'json', req: Request, res: Response): Promise<void> {
  let rows = await nextSnapshots(db, undefined, AT_A_TIME)
  res.type(form).set('cache-control', 'public, max-age=300')
  if (form === 'csv') res.attachment(`${words[req.language].file}.csv`)
  res.write(form === 'csv' ? csv([COLUMNS]) : '{"figures":[')
  let separator = ''
  while (rows.length > 0) {
    const text = form === 'csv' ? csv(rows.map(asCells)) : rows.map((row) => JSON.stringify(asJson(row))).join(',\n')
    if (!res.write(separator + text)) await Promise.race([once(res, 'drain'), once(res, 'close')])
    if (res.destroyed) return
    separator = form === 'csv' ? '' : ',\n'
    rows = rows.length < AT_A_TIME ? [] : await nextSnapshots(db, rows.at(-1), AT_A_TIME)
  }
  res.end(form === 'csv' ? '' : ']}\n')
}

const COLUMNS = ['month', 'figure', 'part', 'body', 'unit', 'value']

const asJson = ({ month, figure, part, agencyId, value }: Snapshot) => ({
  ...{ month: monthInAddress(month), figure, ...(part !== '' && { part }), ...(agencyId !== '' && { body: agencyId }) },
  ...{ unit: findFigure(figure)?.unit, value },
})

const asCells = ({ month, figure, part, agencyId, value }: Snapshot): string[] => [
  ...[monthInAddress(month), figure, part, agencyId, findFigure(figure)?.unit ?? ''],
  value === null ? '' : String(value),
]
