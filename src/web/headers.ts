import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/**
 * Security headers on every answer, errors included (SECURITY.md 5, OWASP ASVS 5.0 3.4). Scripts run with this
 * response's nonce only.
 *
 * @param formTargets origins that a form's answer may redirect to (sign-out goes on to One Login: Chromium applies
 * form-action to redirects after a POST).
 */
export function securityHeaders(options: { https: boolean; formTargets: string[] }): RequestHandler[] {
  return [
    (_req, res, next) => {
      res.locals['cspNonce'] = randomBytes(16).toString('base64')
      res.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
      res.setHeader('Cache-Control', 'no-store')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", (_req, res) => `'nonce-${String((res as Response).locals['cspNonce'])}'`],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'", ...options.formTargets],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      xFrameOptions: { action: 'deny' },
    }),
  ]
}
