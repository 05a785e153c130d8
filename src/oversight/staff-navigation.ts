import type { RequestHandler } from 'express'
import { STAFF_SIGN_OUT } from '../identity/staff/pages.ts'
import { atLeast, type StaffMember, type StaffRole } from '../identity/staff/staff.ts'
import { standing } from '../web/navigation.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.navigation, cy: cy.navigation }

interface Place {
  href: string
  /** Whom it leads anywhere; everybody of the body, unless said. */
  from?: StaffRole
  name: keyof typeof en.navigation
}

const OF_AGENCIES: readonly Place[] = [
  { href: '/agency', name: 'overview' },
  { href: '/agency/deliveries', name: 'deliveries' },
  { href: '/agency/inbox', name: 'inbox' },
  { href: '/agency/questions', name: 'questions' },
  { href: '/agency/rights', name: 'rights' },
  { href: '/agency/seals', name: 'seals', from: 'officer' },
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
  { href: '/operator/seals', name: 'seals' },
  { href: '/operator/requests', name: 'requests' },
  { href: '/operator/concerns', name: 'concerns' },
]

/** The places of somebody who is signed in for their work, on every page. What can be done there goes by their role. */
export const staffNavigation: RequestHandler = (req, res, next) => {
  if (req.staff) {
    const text = words[req.language]
    const places = [...placesOf(req.staff), { href: STAFF_SIGN_OUT, name: 'signOut' as const }]
    res.locals['navigation'] = places.map(({ href, name }) => ({
      href,
      text: text[name],
      ...standingOf(href, req.path),
    }))
  }
  next()
}

function placesOf({ agencyId, role }: StaffMember): readonly Place[] {
  if (agencyId === null) return OF_OPERATORS
  return OF_AGENCIES.filter(({ from }) => from === undefined || (atLeast(from) as readonly string[]).includes(role))
}

/** Every page stands below the first one's address, which is not marked on them. */
const standingOf = (href: string, path: string) => ({
  ...standing(href, path),
  ...(HOMES.includes(href) && { active: false }),
})

const HOMES = ['/agency', '/operator']
