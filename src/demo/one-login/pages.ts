import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Language } from '../../shared/language.ts'
import { templatesIn, viewsFolder } from '../../web/templates.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const templates = templatesIn(join(viewsFolder, 'demo/one-login'))

const content = { en, cy }

export interface Page {
  html: string
  headers: Record<string, string>
}

/**
 * @param formTarget the origin of the service: Chromium holds `form-action` against the redirects after a form too,
 * and these end there.
 */
export function page(template: string, language: Language, values: object = {}, formTarget = ''): Page {
  const cspNonce = randomBytes(16).toString('base64')
  const html = templates.render(`${template}.njk`, { words: content[language], language, cspNonce, ...values })
  return { html, headers: headersFor(cspNonce, formTarget) }
}

export const languageOf = (uiLocales: unknown): Language =>
  typeof uiLocales === 'string' && /^cy\b/.test(uiLocales) ? 'cy' : 'en'

export function showSignedOut(ctx: KoaContextWithOIDC) {
  show(ctx, 'signed-out')
}

/** What went wrong is in our words; the protocol's code helps the developer who reads it. */
export function showError(ctx: KoaContextWithOIDC, out: { error: string; error_description?: string | undefined }) {
  show(ctx, 'failed', { code: out.error, reason: out.error_description })
}

export async function showMissingPage(ctx: KoaContextWithOIDC, next: () => Promise<void>) {
  await next()
  if (ctx.status !== 404 || ctx.body) return
  show(ctx, 'failed', { code: 'not_found' })
  ctx.status = 404
}

function show(ctx: KoaContextWithOIDC, template: string, values: object = {}) {
  const { html, headers } = page(template, languageOf(ctx.query['ui_locales']), values)
  ctx.type = 'html'
  ctx.set(headers)
  ctx.body = html
}

const headersFor = (cspNonce: string, formTarget: string) => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    `script-src 'nonce-${cspNonce}'`,
    `form-action 'self' ${formTarget}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
})
