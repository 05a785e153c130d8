import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

export const viewsFolder = fileURLToPath(new URL('../../views', import.meta.url))
export const govukFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))

/** Nunjucks over our views and GOV.UK Frontend's, compiled once. */
export function createTemplates(): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([viewsFolder, join(govukFolder, 'dist')])
  const templates = new nunjucks.Environment(loader, { autoescape: true })
  templates.addGlobal('govukRebrand', true)
  return templates
}
