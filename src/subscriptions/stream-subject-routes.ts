import { Router } from 'express'
import { z } from 'zod'
import { agencyOf } from '../identity/agency-rule.ts'
import { Refusal } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { withStream } from './manage-streams.ts'
import { objectIn, ssfJson, ssfLimit } from './ssf-door.ts'
import type { StreamControlParts } from './stream-control-routes.ts'
import { readSubject, subjectHashes, ukNumber, ukNumberFormat } from './stream-subject.ts'
import { noteSubject } from './stream-subject-store.ts'

/** Where a body says whom it has a file on (SSF 1.0, section 8.1.3). */
export function streamSubjectRoutes(parts: StreamControlParts): Router {
  const { agencies, db } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const limitSubjects = ssfLimit(db, 'subjects')

  router.post('/ssf/subjects/add', agencies('ssf.manage'), limitSubjects, ssfJson, async (req, res) => {
    await note(parts, agencyOf(req).id, { body: objectIn(req.body), wanted: true })
    res.status(200).end()
  })
  router.post('/ssf/subjects/remove', agencies('ssf.manage'), limitSubjects, ssfJson, async (req, res) => {
    await note(parts, agencyOf(req).id, { body: objectIn(req.body), wanted: false })
    res.status(204).end()
  })
  router.get('/schemas/subjects/uk-number/v1', anyone, (_req, res) => {
    const schema = { ...z.toJSONSchema(ukNumber), $id: ukNumberFormat(parts.baseUrl) }
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.type('application/schema+json').send(JSON.stringify(schema))
  })
  return router
}

type Body = Readonly<Record<string, unknown>>

/** Kept, and answered alike, whoever it is: so nobody learns here whom we know (SSF 1.0, section 9.1). */
function note(parts: StreamControlParts, agencyId: string, { body, wanted }: { body: Body; wanted: boolean }) {
  const subject = readSubject(body['subject'], parts.baseUrl)
  if (!['boolean', 'undefined'].includes(typeof body['verified']))
    throw new Refusal('invalid', 'verified is true or false')
  return withStream(parts, agencyId, body['stream_id'], (tx, { id: subscriptionId }) => {
    const hashes = new Map(
      subjectHashes(parts.vault, agencyId, subject, parts.baseUrl).map((hash) => [hash.toString('hex'), hash]),
    )
    const noted = {
      subscriptionId,
      agencyId,
      subjectHashes: [...hashes.values()],
      format: subject.format.slice(0, 100),
      wanted,
    }
    return noteSubject(tx, noted, parts.clock())
  })
}
