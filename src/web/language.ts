import type { Request, RequestHandler } from 'express'
import { languages, type Language } from '../shared/language.ts'

declare module 'express-serve-static-core' {
  interface Request {
    language: Language
  }
}

const COOKIE = 'language'

/** `?lang=cy` chooses and is remembered in a cookie; otherwise the cookie, otherwise English. */
export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = languages.find((language) => language === req.query['lang'])
  req.language = asked ?? rememberedLanguage(req) ?? 'en'
  if (asked) res.cookie(COOKIE, asked, { httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/' })
  next()
}

function rememberedLanguage(req: Request): Language | undefined {
  const cookies = (req.headers.cookie ?? '').split(/;\s*/)
  return languages.find((language) => cookies.includes(`${COOKIE}=${language}`))
}

/** This page in the other language, keeping the rest of its query (filters and page cursors). */
export function pathIn(language: Language, path: string): string {
  // Most paths have no query, and nothing in them that a URL would write otherwise.
  if (/^(\/[\w-]+)+$/.test(path)) return `${path}?lang=${language}`
  // Two slashes would begin a host: `//` alone is no URL, and `//x` would lead away from here.
  const { pathname, searchParams } = new URL(path.replace(/^[/\\]+/, '/'), 'http://local.invalid')
  searchParams.set('lang', language)
  return `${pathname}?${searchParams.toString()}`
}
