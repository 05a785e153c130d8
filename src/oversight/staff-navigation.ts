import type { RequestHandler } from 'express'
import { STAFF_SIGN_OUT } from '../identity/staff/pages.ts'
import { atLeast, type StaffMember, type StaffRole } from '../identity/staff/staff.ts'
import { standing } from '../web/navigation.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.navigation, cy: cy.navigation }

interface Place {
  href: string
  name: keyof typeof en.navigation
  /** Who may enter; everybody of the agency unless said otherwise. */
  from?: StaffRole
}

const OF_AGENCIES: readonly Place[] = [
  { href: '/agency', name: 'overview' },
  { href: '/agency/deliveries', name: 'deliveries', from: 'officer' },
  { href: '/agency/inbox', name: 'inbox', from: 'officer' },
  { href: '/agency/streams', name: 'streams' },
  { href: '/agency/keys', name: 'keys' },
  { href: '/agency/dead-letters', name: 'deadLetters', from: 'officer' },
  { href: '/agency/conformance', name: 'conformance' },
  { href: '/agency/people', name: 'people' },
  { href: '/agency/contact', name: 'contact' },
]

const OF_OPERATORS: readonly Place[] = [
  { href: '/operator', name: 'agencies' },
  { href: '/operator/streams', name: 'streams' },
  { href: '/operator/dead-letters', name: 'deadLetters' },
  { href: '/operator/cases', name: 'cases' },
  { href: '/operator/requests', name: 'requests' },
]

/** The places of somebody who is signed in for their work, on every page: those that their role may enter. */
export const staffNavigation: RequestHandler = (req, res, next) => {
  if (req.staff) {
    const text = words[req.language]
    const places = [...placesOf(req.staff), { href: STAFF_SIGN_OUT, name: 'signOut' as const }]
    res.locals['navigation'] = places.map(({ href, name }) => ({ href, text: text[name], ...standing(href, req.path) }))
  }
  next()
}

function placesOf({ agencyId, role }: StaffMember): readonly Place[] {
  if (agencyId === null) return OF_OPERATORS
  return OF_AGENCIES.filter(({ from = 'viewer' }) => (atLeast(from) as readonly string[]).includes(role))
}
