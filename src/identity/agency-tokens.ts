import { Router, type RequestHandler } from 'express'
import type Provider from 'oidc-provider'
import { publicKeys } from '../vault/signing-keys.ts'
import { anyone, type AccessRule } from '../web/access.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { machineDoor } from '../web/site.ts'
import { agencyRule } from './agency-rule.ts'
import { scopes, type Scope } from './agency-scopes.ts'
import {
  assertionAlgorithms,
  authorisationServer,
  paths,
  type AuthorisationServerParts,
} from './authorisation-server.ts'

export interface AgencyTokens {
  /** The access rule of routes for agencies' programs. */
  agencies: (scope: Scope) => AccessRule
  routes: Router
}

// Tokens live five minutes and agencies are few: this leaves room for hundreds of programs behind one address.
const REQUESTS_A_MINUTE = 300

/** Tokens for agencies' programs: where they get them, and the rule that asks for them. */
export function agencyTokens(parts: AuthorisationServerParts): AgencyTokens {
  const { baseUrl, db, findAgency, signingKeys } = parts
  const answer = atPublicAddress(baseUrl, authorisationServer(parts).callback())
  const limit = rateLimit(db, { name: 'agency-tokens', requests: REQUESTS_A_MINUTE, seconds: 60 })

  // Exact paths: whatever else oidc-provider would answer is never reached.
  const router = Router({ strict: true, caseSensitive: true })
  router.post(paths.token, anyone, limit, answer)
  router.get(paths.jwks, anyone, answer)
  router.get(paths.metadata, anyone, (_req, res) => {
    res.json(metadata(baseUrl))
  })
  return {
    agencies: agencyRule({ baseUrl, publicKeys: publicKeys(signingKeys), findAgency }),
    routes: machineDoor(router),
  }
}

/**
 * oidc-provider works out its own address from the request, and accepts assertions made out to it: so the request says
 * our public address, whatever Host the caller or a proxy wrote.
 */
function atPublicAddress(baseUrl: string, serve: ReturnType<Provider['callback']>): RequestHandler {
  const { host, protocol } = new URL(baseUrl)
  return (req, res) => {
    delete req.headers['x-forwarded-host']
    Object.assign(req.headers, { host, 'x-forwarded-proto': protocol.slice(0, -1) })
    return serve(req, res)
  }
}

/** RFC 8414 section 2. There is no authorization endpoint, hence no response types; empty lists are left out (3.2). */
const metadata = (baseUrl: string) => ({
  issuer: baseUrl,
  token_endpoint: baseUrl + paths.token,
  jwks_uri: baseUrl + paths.jwks,
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
  scopes_supported: scopes,
})
