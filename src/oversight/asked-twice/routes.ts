import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { signedIn } from '../../identity/access-rules.ts'
import { personOf } from '../../identity/person.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { showForm, takeWord } from './form-page.ts'
import { showList } from './list-page.ts'
import { showOwn } from './own-page.ts'

export interface AskedTwiceParts {
  db: Db
  vault: Vault
  clock: Clock
  events?: Catalogue
}

// Nobody is asked twice by more bodies in a day.
const A_DAY = 20

/** Where citizens say that a body asked for what another one holds, and everybody sees how many do. */
export function askedTwiceRoutes(parts: AskedTwiceParts): Router {
  const router = Router()
  const limit = rateLimit(parts.db, {
    ...{ name: 'asked-twice', requests: A_DAY, seconds: 24 * 3600 },
    key: (req) => personOf(req).accountId,
  })
  const form = takes({ single: ['asker', 'fact', 'holder'] })

  router.get('/asked-twice', anyone, (req, res) => showList(parts, req, res))
  router.get('/asked-twice/new', signedIn, (req, res) => showForm(parts, req, res))
  router.post('/asked-twice/new', signedIn, form, limit, (req, res) => takeWord(parts, req, res))
  router.get('/asked-twice/yours', signedIn, (req, res) => showOwn(parts, req, res))

  return router
}
