import { Router, type Response } from 'express'
import { publishedCheckpoint } from '../../merkle-log/prove.ts'
import { vkey } from '../../merkle-log/note-key.ts'
import { parseTilePath, tileIdOf } from '../../merkle-log/tile-path.ts'
import { bundleBytes, tileBytes } from '../../merkle-log/tile-store.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { machineDoor } from '../../web/site.ts'
import { waitingAt, witnessKeys, type PublicLog } from './published.ts'

export interface LogMachineParts {
  db: Db
  clock: Clock
  publicLog: PublicLog
}

/** The public log for programs (C2SP tlog-tiles). Nothing in it says anything of anybody. */
export function logMachineRoutes({ db, clock, publicLog }: LogMachineParts): Router {
  const router = Router()
  const origin = publicLog.key.name

  router.get('/log/checkpoint', anyone, async (_req, res) => {
    const checkpoint = await publishedCheckpoint(db, origin, waitingAt(publicLog, clock))
    if (!checkpoint) throw new Refusal('unavailable', 'The log is being begun', { retryAfter: 1 })
    text(res, checkpoint.note, CHECKPOINT_CACHE)
  })

  router.get('/log/vkey', anyone, (_req, res) => text(res, `${vkey(publicLog.key)}\n`, KEY_CACHE))
  router.get('/log/witnesses', anyone, (_req, res) => {
    text(
      res,
      witnessKeys(publicLog)
        .map((key) => `${vkey(key)}\n`)
        .join(''),
      KEY_CACHE,
    )
  })

  router.get('/log/tile/*path', anyone, async (req, res) => {
    const tile = parseTilePath((req.params['path'] as unknown as string[]).join('/'))
    if (!tile) throw notFound()
    const bytes = await (tile.level === 'entries'
      ? bundleBytes(db, origin, tile.index, tile.width)
      : tileBytes(db, origin, tileIdOf(tile), tile.width))
    if (!bytes) throw notFound()
    res.setHeader('Cache-Control', FOR_EVER)
    res.type('application/octet-stream').send(bytes)
  })

  return machineDoor(router)
}

// Whoever asks twice in a second gets the same.
const CHECKPOINT_CACHE = 'public, max-age=1'
const KEY_CACHE = 'public, max-age=300'
// What once stood in a tile, or in its first so many places, is what will always stand there.
const FOR_EVER = 'public, max-age=31536000, immutable'

function text(res: Response, body: string, cache: string): void {
  res.setHeader('Cache-Control', cache)
  res.type('text/plain; charset=utf-8').send(body)
}
