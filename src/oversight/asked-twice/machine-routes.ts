import { Router } from 'express'
import { z } from 'zod'
import { csv } from '../../shared/csv.ts'
import type { Db } from '../../shared/database.ts'
import { anyone } from '../../web/access.ts'
import { machineDoor } from '../../web/site.ts'
import { cameOfIt, FEWEST_PUBLISHED, publishedPeople, type AskedTwice } from './asked-twice.ts'
import { listAskedTwice } from './asked-twice-store.ts'

/** A line of the list as programs read it. */
export const askedTwiceListed = z.strictObject({
  body: z.string().meta({ description: 'Id of the body that asked' }),
  fact: z.string().meta({ description: 'What it asked for' }),
  held_by: z.string().nullable().meta({ description: 'Id of the body that holds it; null: people do not know' }),
  people: z
    .int()
    .nullable()
    .meta({ description: `How many people say so; null: fewer than ${FEWEST_PUBLISHED}` }),
  first_on: z.iso.date(),
  last_on: z.iso.date(),
  came_of_it: z.enum(['counted', 'opened', 'asked', 'shared', 'declined', 'over']),
  agreement: z.string().nullable().meta({ description: 'Id of the agreement that was requested because of it' }),
})

type Listed = z.output<typeof askedTwiceListed>

/** The counts for programs. */
export function askedTwiceMachineRoutes({ db }: { db: Db }): Router {
  const router = Router()
  const list = async () => (await listAskedTwice(db)).map(listed)

  router.get('/asked-twice.json', anyone, async (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=60')
    res.json({ asked_twice: await list() })
  })
  router.get('/asked-twice.csv', anyone, async (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=60')
    const rows = (await list()).map((one) => COLUMNS.map((column) => String(one[column] ?? '')))
    res.type('csv').send(csv([COLUMNS, ...rows]))
  })
  return machineDoor(router)
}

const COLUMNS = [
  'body',
  'fact',
  'held_by',
  'people',
  'first_on',
  'last_on',
  'came_of_it',
  'agreement',
] as const satisfies readonly (keyof Listed)[]

const listed = (one: AskedTwice): Listed => ({
  ...{ body: one.askerId, fact: one.fact, held_by: one.holderId, people: publishedPeople(one) },
  ...{ first_on: one.firstOn, last_on: one.lastOn, came_of_it: cameOfIt(one), agreement: one.agreementId },
})
