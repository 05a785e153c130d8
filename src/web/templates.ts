import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

export const viewsFolder = fileURLToPath(new URL('../../views', import.meta.url))
export const govukFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))

let ours: nunjucks.Environment | undefined

/** Our views, each compiled once for however many applications of a process. */
export const templates = (): nunjucks.Environment => (ours ??= templatesIn(viewsFolder))

/** Nunjucks over a folder of views and GOV.UK Frontend's. */
export function templatesIn(folder: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([folder, join(govukFolder, 'dist')])
  const environment = new nunjucks.Environment(loader, { autoescape: true })
  environment.addGlobal('govukRebrand', true)
  environment.addFilter('trim', trim)
  return environment
}

const { SafeString } = nunjucks.runtime

/**
 * In place of Nunjucks' own, whose regular expression looks at each run of spaces once for each space in it. GOV.UK
 * Frontend trims whatever it shows, several times over: a page with an answer of 60,000 spaces took eight seconds.
 */
const trim = (text: string | nunjucks.runtime.SafeString) =>
  text instanceof SafeString ? new SafeString(String(text).trim()) : text.trim()
