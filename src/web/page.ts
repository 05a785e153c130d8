import type { Request, Response } from 'express'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { pathIn } from './language.ts'

const layoutWords = { en, cy }

/** One wrong field, as the error summary links to it. */
export interface FieldError {
  /** Id of the input that the summary's link moves to. */
  field: string
  message: string
}

export interface PageData {
  /** The page's h1, and the first words of its title. Unique within the service. */
  title: string
  /** Shown in the error summary; the title then begins with "Error:". */
  errors?: FieldError[]
  status?: number
  /** Where this page also stands, when its address must not be asked for again (an answer to One Login's redirect). */
  path?: string
  [name: string]: unknown
}

/** Renders a page inside the layout, in the request's language. Everything that every page needs is added here. */
export function renderPage(req: Request, res: Response, template: string, data: PageData): void {
  const other = req.language === 'cy' ? 'en' : 'cy'
  const whole = {
    ...data,
    errors: data.errors ?? [],
    language: req.language,
    layout: layoutWords[req.language],
    languagePaths: { [req.language]: undefined, [other]: pathIn(other, data.path ?? req.originalUrl) },
    currentPath: req.path,
    cspNonce: res.locals['cspNonce'] as string,
    // Made only when a form on the page asks for it: a page without a form starts no session.
    csrfToken: { toString: () => req.csrfToken?.() ?? '' },
    signedIn: Boolean(req.session?.accountId),
    navigation: res.locals['navigation'] as unknown,
    sessionWarning: res.locals['sessionWarning'] as unknown,
  }
  res.status(data.status ?? (data.errors?.length ? 400 : 200)).render(template, whole, (error: Error | null, html) => {
    if (error) return req.next?.(error)
    // Without an ETag, which Express would work out from all of it: nobody keeps a page, and no two are the same.
    res.setHeader('Content-Type', 'text/html; charset=utf-8').end(Buffer.from(html))
  })
}
