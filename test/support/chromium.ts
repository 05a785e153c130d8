import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type BrowserServer } from 'playwright-core'
import { version } from './chromium-package.ts'

const run = promisify(execFile)
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url))
const SECONDS_TO_UNPACK = 120

/**
 * The Chromium that npm brought (@sparticuz/chromium), started as a server that tests connect to. Needs no network, no
 * display and no system package, and works as root.
 */
export async function launchChromium(): Promise<BrowserServer> {
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  const starts = await run(executablePath, ['--version'], { env: { ...process.env, ...fonts } }).then(
    () => true,
    () => false,
  )
  // The bundled libraries (nss) only where the machine has none of its own: mixed, they do not fit together.
  const env = definedOnly({ ...process.env, ...fonts, ...(starts ? {} : libraries) })
  return chromium.launchServer({ executablePath, env, args: FLAGS })
}

// The package's own flags would switch web security off, which is what we test. Root has no sandbox to use.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** Unpacked once per version of the package; several runs may do so at a time, and one of them wins. */
async function unpacked(): Promise<string> {
  const folder = join(CACHE, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(CACHE, { recursive: true })
  const own = await mkdtemp(join(CACHE, 'unpacking-'))
  // The package unpacks into the temporary folder of its process, so it gets a process with one of its own.
  const script = fileURLToPath(new URL('chromium-package.ts', import.meta.url))
  await run(process.execPath, [script], { env: { ...process.env, TMPDIR: own }, timeout: SECONDS_TO_UNPACK * 1000 })
  await writeFile(join(own, 'fonts.conf'), fontsIn(join(folder, 'fonts')))
  await rename(own, folder).catch(async (error: unknown) => {
    await rm(own, { recursive: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}

const fontsIn = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>
`

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
