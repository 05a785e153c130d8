import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Provider } from 'oidc-provider'
import { loadOneLoginKeys, saveOneLoginKeys, type OneLoginKeys } from '../one-login/keys.ts'
import { page } from '../one-login/pages.ts'
import { en } from './content/en.ts'
import { pickerRoutes } from './picker.ts'
import { createStaffProvider, type StaffProviderOptions } from './provider.ts'

export interface StaffSignInOptions extends Pick<StaffProviderOptions, 'baseUrl' | 'client'> {
  /** Where its keys and its port are kept. */
  keysFile: string
}

export interface RunningStaffSignIn {
  issuer: string
  close(): Promise<void>
}

const GOVUK = fileURLToPath(new URL('../../../node_modules/govuk-frontend/dist/govuk', import.meta.url))

/** A sign-in for staff on a machine without one, on its loopback address only. Every page of it says what it is. */
export async function startStaffSignIn({ baseUrl, client, keysFile }: StaffSignInOptions): Promise<RunningStaffSignIn> {
  const keys = await loadOneLoginKeys(keysFile)
  const server = createServer()
  const port = await listen(server, keys)
  // The port is part of the issuer, and people are known by issuer: so it is kept where it can be.
  if (port !== keys.port) await saveOneLoginKeys(keysFile, { ...keys, port })
  const issuer = `http://localhost:${port}/`
  server.on('request', createApp(createStaffProvider({ issuer, baseUrl, client, keys }), baseUrl))
  return {
    issuer,
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }
}

async function listen(server: Server, { port = 0 }: OneLoginKeys): Promise<number> {
  await listenAt(server, port).catch(() => listenAt(server, 0))
  return (server.address() as AddressInfo).port
}

function listenAt(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

function createApp(provider: Provider, baseUrl: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use('/assets', express.static(`${GOVUK}/assets`, { index: false }))
  app.get('/govuk-frontend.min.css', (_req, res) => res.sendFile(`${GOVUK}/govuk-frontend.min.css`))
  app.use(pickerRoutes(provider, new URL(baseUrl).origin))
  app.use(provider.callback())
  app.use(explain)
  return app
}

const explain: ErrorRequestHandler = (error: Error, _req, res, next) => {
  if (res.headersSent) return next(error)
  const { html, headers } = page('failed', 'en', { words: en, code: error.name, reason: error.message })
  res.status(400).set(headers).type('html').send(html)
}
