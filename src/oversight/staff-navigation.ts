import type { RequestHandler } from 'express'
import { STAFF_SIGN_OUT } from '../identity/staff/pages.ts'
import { standing } from '../web/navigation.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.navigation, cy: cy.navigation }

interface Place {
  href: string
  name: keyof typeof en.navigation
}

const OF_AGENCIES: readonly Place[] = [
  { href: '/agency', name: 'overview' },
  { href: '/agency/deliveries', name: 'deliveries' },
  { href: '/agency/inbox', name: 'inbox' },
  { href: '/agency/questions', name: 'questions' },
  { href: '/agency/seals', name: 'seals' },
  { href: '/agency/concerns', name: 'concerns' },
  { href: '/agency/streams', name: 'streams' },
  { href: '/agency/keys', name: 'keys' },
  { href: '/agency/dead-letters', name: 'deadLetters' },
  { href: '/agency/quality', name: 'quality' },
  { href: '/agency/conformance', name: 'conformance' },
  { href: '/agency/people', name: 'people' },
  { href: '/agency/contact', name: 'contact' },
]

const OF_OPERATORS: readonly Place[] = [
  { href: '/operator', name: 'agencies' },
  { href: '/operator/streams', name: 'streams' },
  { href: '/operator/health', name: 'health' },
  { href: '/operator/coverage', name: 'coverage' },
  { href: '/operator/dead-letters', name: 'deadLetters' },
  { href: '/operator/cases', name: 'cases' },
  { href: '/operator/requests', name: 'requests' },
  { href: '/operator/concerns', name: 'concerns' },
]

/** The places of somebody who is signed in for their work, on every page. What can be done there goes by their role. */
export const staffNavigation: RequestHandler = (req, res, next) => {
  if (req.staff) {
    const text = words[req.language]
    const places = [
      ...(req.staff.agencyId === null ? OF_OPERATORS : OF_AGENCIES),
      { href: STAFF_SIGN_OUT, name: 'signOut' as const },
    ]
    res.locals['navigation'] = places.map(({ href, name }) => ({
      href,
      text: text[name],
      ...standingOf(href, req.path),
    }))
  }
  next()
}

/** Every page stands below the first one's address, which is not marked on them. */
const standingOf = (href: string, path: string) => ({
  ...standing(href, path),
  ...(HOMES.includes(href) && { active: false }),
})

const HOMES = ['/agency', '/operator']
