import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'

const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')

export const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }

// Run as a program: unpacks the browser and its libraries into TMPDIR.
if (import.meta.main) {
  await chromium.executablePath()
  await inflate(join(folder, 'bin', 'al2023.tar.br'))
}
