import { Router } from 'express'
import { anyone } from '../../../web/access.ts'
import { machineDoor } from '../../../web/site.ts'
import { openApiDocument, type DocumentParts } from './document.ts'

/** The description of the API for programs, made once. */
export function openApiRoutes(parts: DocumentParts): Router {
  const document = JSON.stringify(openApiDocument(parts))
  const router = Router()
  router.get('/openapi.json', anyone, (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.setHeader('Link', '</developers>; rel="service-doc"; type="text/html"')
    res.type('json').send(document)
  })
  return machineDoor(router)
}
