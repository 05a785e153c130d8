import type { RequestHandler } from 'express'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.navigation, cy: cy.navigation }

/** The service navigation: the same places everywhere, with the current one marked. A porter may have set others. */
export const navigation: RequestHandler = (req, res, next) => {
  if (res.locals['navigation']) return next()
  const text = words[req.language]
  const signedIn = Boolean(req.session?.accountId)
  const places = [
    { href: '/report', text: text.report },
    { href: '/reports', text: text.reports },
    { href: '/access', text: text.access },
    signedIn ? { href: '/sign-out', text: text.signOut } : { href: '/sign-in', text: text.signIn },
  ]
  res.locals['navigation'] = places.map((place) => ({ ...place, ...standing(place.href, req.path) }))
  next()
}

/** For one place of a navigation, on this page. */
export const standing = (href: string, path: string) => ({
  current: path === href,
  active: path.startsWith(`${href}/`),
})
