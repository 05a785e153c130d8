import express, { type RequestHandler, type Router } from 'express'
import type { Provider } from 'oidc-provider'
import { findStaffPersona, staffPersonas } from '../agencies/colleagues.ts'
import { languageOf, page } from '../one-login/pages.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en, cy }

/** Where a colleague would prove who they are, a tester chooses who to be. */
export function pickerRoutes(provider: Provider, serviceOrigin: string): Router {
  const router = express.Router()
  router.get('/interaction/:uid', showPicker(provider, serviceOrigin, false))
  router.post('/interaction/:uid', express.urlencoded({ extended: false, limit: '4kb' }), async (req, res, next) => {
    const { persona, cancel } = (req.body ?? {}) as Record<string, unknown>
    const chosen = typeof persona === 'string' ? findStaffPersona(persona) : undefined
    if (cancel === undefined && !chosen) return showPicker(provider, serviceOrigin, true)(req, res, next)
    const result = cancel === undefined && chosen ? { login: { accountId: chosen.id } } : NOBODY
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
  })
  return router
}

const NOBODY = { error: 'access_denied', error_description: 'the person did not sign in' }

function showPicker(provider: Provider, serviceOrigin: string, missing: boolean): RequestHandler {
  return async (req, res) => {
    const { params, uid } = await provider.interactionDetails(req, res)
    const language = languageOf(params['ui_locales'])
    const people = staffPersonas.map(({ id, name, about }) => ({
      value: id,
      text: name,
      hint: { text: about[language] ?? about.en },
    }))
    const values = { words: words[language], people, uid, missing }
    const { html, headers } = page('picker', language, values, serviceOrigin)
    res
      .status(missing ? 400 : 200)
      .set(headers)
      .type('html')
      .send(html)
  }
}
