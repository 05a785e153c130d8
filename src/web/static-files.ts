import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { govukFolder } from './templates.ts'

const ownFolder = fileURLToPath(new URL('../../assets', import.meta.url))
// What a page reads zip files with, as its package has it for browsers.
const zipReader = join(dirname(createRequire(import.meta.url).resolve('fflate/package.json')), 'esm/browser.js')
const options = { index: false, maxAge: '1h', setHeaders: publicCache }

/** `/assets`: our own few files, and GOV.UK Frontend's as they come. */
export function staticFiles(): Router {
  const router = Router()
  router.use('/assets', express.static(ownFolder, options))
  router.use('/assets/scripts/fflate.js', express.static(zipReader, options))
  router.use('/assets', express.static(join(govukFolder, 'dist/govuk/assets'), options))
  router.use('/assets', express.static(join(govukFolder, 'dist/govuk'), { ...options, extensions: [] }))
  return router
}

function publicCache(res: { setHeader(name: string, value: string): unknown }) {
  res.setHeader('Cache-Control', 'public, max-age=3600')
}
