import express, { type RequestHandler, type Router } from 'express'
import type { Provider } from 'oidc-provider'
import { fullName } from '../../shared/names.ts'
import { languageOf, page } from './pages.ts'
import { findPersona, personas } from './personas.ts'

const NOBODY = { error: 'access_denied', error_description: 'the person did not sign in' }

/** Where a person would type an e-mail address and a password, a tester chooses who to be. */
export function pickerRoutes(provider: Provider, serviceOrigin: string): Router {
  const router = express.Router()
  router.get('/interaction/:uid', show(provider, serviceOrigin, false))
  router.post('/interaction/:uid', express.urlencoded({ extended: false, limit: '4kb' }), async (req, res, next) => {
    const { persona, cancel } = (req.body ?? {}) as Record<string, unknown>
    const chosen = typeof persona === 'string' ? findPersona(persona) : undefined
    if (cancel === undefined && !chosen) return show(provider, serviceOrigin, true)(req, res, next)
    const result = cancel === undefined && chosen ? { login: { accountId: chosen.id } } : NOBODY
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
  })
  return router
}

function show(provider: Provider, serviceOrigin: string, missing: boolean): RequestHandler {
  return async (req, res) => {
    const { params, uid } = await provider.interactionDetails(req, res)
    const language = languageOf(params['ui_locales'])
    const people = personas.map(({ id, names, about }) => ({
      value: id,
      text: names[0] ? fullName(names[0]) : id,
      hint: { text: about[language] ?? about.en },
    }))
    const { html, headers } = page('picker', language, { people, uid, missing }, serviceOrigin)
    res
      .status(missing ? 400 : 200)
      .set(headers)
      .type('html')
      .send(html)
  }
}
