import type { Request, Response } from 'express'
import { createLocalJWKSet, jwtVerify, type JWK, type JWTPayload } from 'jose'
import { Refusal } from '../shared/refusal.ts'
import { accessRule, type AccessRule } from '../web/access.ts'
import type { AgencyClient, FindAgency } from './agency-client.ts'
import { withImplied, type Scope } from './agency-scopes.ts'

declare module 'express-serve-static-core' {
  interface Request {
    agency?: { id: string }
  }
}

export interface AgencyRuleParts {
  /** Issuer and audience of our access tokens. */
  baseUrl: string
  /** Public keys of the authorisation server, the old one too while keys change. */
  publicKeys: JWK[]
  findAgency: FindAgency
}

/** Seconds that an access token lives; an older one is refused whatever its `exp` says. */
export const TOKEN_LIFETIME = 300

/**
 * Lets in programs of an active agency whose token, and whose entry as it is now, have exactly this scope (RFC 9068
 * section 4). Checked by the machine's own clock, as the tokens are issued by it.
 */
export function agencyRule(parts: AgencyRuleParts): (scope: Scope) => AccessRule {
  const keys = createLocalJWKSet({ keys: parts.publicKeys })
  const verify = (token: string) =>
    jwtVerify(token, keys, {
      typ: 'at+jwt',
      issuer: parts.baseUrl,
      audience: parts.baseUrl,
      algorithms: ['ES256', 'RS256'],
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
      maxTokenAge: TOKEN_LIFETIME,
    })
  return (scope) =>
    accessRule(`agencies ${scope}`, async (req, res, next) => {
      const { payload } = await verify(bearerToken(req, res)).catch(() => refuseToken(res))
      req.agency = await holderOf(payload, scope, parts.findAgency, res)
      next()
    })
}

/** Behind the rule `agencies(scope)` there always is one. */
export function agencyOf({ agency }: Pick<Request, 'agency'>): { id: string } {
  if (!agency) throw new Error('A route asks for the agency without a rule that lets only agencies in')
  return agency
}

/** From the header only: a token in a query or a body would end up in logs (RFC 6750 section 5.3). */
function bearerToken(req: Request, res: Response): string {
  const header = req.get('authorization')
  const [, token] = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '') ?? []
  if (header !== undefined && token === undefined) refuseToken(res)
  if (token !== undefined) return token
  res.setHeader('WWW-Authenticate', 'Bearer')
  throw new Refusal('unauthenticated', 'An access token is needed')
}

async function holderOf(
  { client_id: id, scope: granted, iat = 0 }: JWTPayload,
  scope: Scope,
  find: FindAgency,
  res: Response,
) {
  if (typeof id !== 'string') return refuseToken(res)
  const agency = await find(id)
  if (!agency?.active || iat < issuedFrom(agency)) return refuseToken(res)
  const inToken = typeof granted === 'string' ? granted.split(' ') : []
  if (![inToken, agency.scopes].every((scopes) => withImplied(scopes).includes(scope))) return refuseScope(res, scope)
  return { id }
}

/** In seconds, rounded up: one that was issued in the same second may be from before. */
const issuedFrom = ({ tokensFrom }: AgencyClient) => Math.ceil((tokensFrom?.getTime() ?? 0) / 1000)

/** One answer for every fault of a token: which one it was helps nobody but a forger. */
function refuseToken(res: Response): never {
  res.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"')
  throw new Refusal('unauthenticated', 'The access token is not valid')
}

function refuseScope(res: Response, scope: Scope): never {
  res.setHeader('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
  throw new Refusal('forbidden', `The scope ${scope} is needed`)
}
