import { Router, type RequestHandler } from 'express'
import { zipSync } from 'fflate'
import { citizens } from '../../identity/access-rules.ts'
import { personOf } from '../../identity/person.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { receiptFiles, type ReceiptParts } from './receipt-files.ts'

/** Receipts for a citizen's own records. Hung before the pages, whose addresses would fit too. */
export function receiptRoutes(parts: ReceiptParts & { db: Db }): Router {
  const router = Router()

  const receipt: RequestHandler = async (req, res) => {
    const { accountId: account, subjects } = personOf(req)
    const [recordId, body] = [String(req.params['id']), req.params['body']?.toString()]
    if (!isUuid(recordId)) throw notFound()
    const wanted = { subjects, recordId, controllerId: body ?? OUR_CONTROLLER, language: req.language }
    const files = await inContext(parts.db, { account, subjects }, (tx) => receiptFiles(parts, tx, wanted))
    if (!files) throw notFound()
    // The record's own page says why there is none yet.
    if (files === 'waits') return res.redirect(303, req.path.replace(/\/receipt$/, ''))
    res.attachment('receipt.zip')
    // Stored as they are: most of it is hashes, and the whole is a few kilobytes.
    res.type('application/zip').send(Buffer.from(zipSync(files, { level: 0, mtime: parts.clock() })))
  }
  router.get('/access/:id/receipt', citizens, receipt)
  router.get('/access/:id/:body/receipt', citizens, receipt)

  return router
}
