import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Provider } from 'oidc-provider'
import { systemClock, type Clock } from '../../shared/clock.ts'
import { didDocument } from './core-identity-token.ts'
import type { OneLoginKeys } from './keys.ts'
import { languageOf, page } from './pages.ts'
import { pickerRoutes } from './picker.ts'
import { createProvider, type OneLoginClient } from './provider.ts'

export interface OneLoginOptions {
  /** 0 or absent: any free port. */
  port?: number
  /** The relying party's own address, without a slash at the end. */
  baseUrl: string
  client: OneLoginClient
  keys: OneLoginKeys
  clock?: Clock
}

/** The relying party's settings for this provider. */
export interface OneLoginAddresses {
  issuer: string
  identityIssuer: string
  didUrl: string
  didId: string
}

export interface RunningOneLogin extends OneLoginAddresses {
  port: number
  close(): Promise<void>
}

const GOVUK = fileURLToPath(new URL('../../../node_modules/govuk-frontend/dist/govuk', import.meta.url))

// As GOV.UK One Login answers: an hour for the DID document.
const DID_MAX_AGE = 3600

/**
 * A GOV.UK One Login for a machine without one: for development and tests only, on this machine's loopback address
 * only. Every page of it says what it is.
 */
export async function startOneLogin(options: OneLoginOptions): Promise<RunningOneLogin> {
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const issuer = `http://localhost:${port}/`
  const didId = `did:web:localhost%3A${port}`
  const provider = createProvider({ ...options, issuer, didId, clock: options.clock ?? systemClock })
  server.on('request', createApp(provider, options, didId))
  return {
    port,
    issuer,
    identityIssuer: issuer,
    didUrl: `${issuer}.well-known/did.json`,
    didId,
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return (server.address() as AddressInfo).port
}

function createApp(provider: Provider, { baseUrl, keys }: OneLoginOptions, didId: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use('/assets', express.static(`${GOVUK}/assets`, { index: false }))
  app.get('/govuk-frontend.min.css', (_req, res) => res.sendFile(`${GOVUK}/govuk-frontend.min.css`))
  app.get('/.well-known/did.json', (_req, res) => {
    res.set('Cache-Control', `max-age=${DID_MAX_AGE}, private`).json(didDocument(keys, didId))
  })
  app.get('/', (req, res) => {
    const { html, headers } = page('home', languageOf(req.query['ui_locales']))
    res.set(headers).type('html').send(html)
  })
  app.use(pickerRoutes(provider, new URL(baseUrl).origin))
  app.use(provider.callback())
  app.use(explain)
  return app
}

const explain: ErrorRequestHandler = (error: Error, _req, res, next) => {
  if (res.headersSent) return next(error)
  const { html, headers } = page('failed', 'en', { code: error.name, reason: error.message })
  res.status(400).set(headers).type('html').send(html)
}
