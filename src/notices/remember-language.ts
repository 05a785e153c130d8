import type { Request, RequestHandler } from 'express'
import { inContext, type Db } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'
import { saveLanguage } from './preference-store.ts'

declare module 'express-session' {
  interface SessionData {
    /** The one that was last written to the account, so that it is written only when it changes. */
    language: Language
  }
}

interface Parts {
  db: Db
  /** Who is signed in, if anybody is: identity's to say. */
  signedInAs: (req: Request) => string | undefined
}

/** Messages are written in the language in which their reader last used the service. Behind whatever says who asks. */
export function rememberLanguage({ db, signedInAs }: Parts): RequestHandler {
  return async (req, _res, next) => {
    const account = signedInAs(req)
    if (account === undefined || req.session.language === req.language) return next()
    await inContext(db, { account }, (tx) => saveLanguage(tx, account, req.language))
    req.session.language = req.language
    next()
  }
}
