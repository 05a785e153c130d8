import { Router } from 'express'
import { admins, viewers } from '../../identity/staff/staff-rules.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { takes } from '../../web/form.ts'
import { showActivity } from './activity.ts'
import { showOwnAgreements } from './agreements.ts'
import { changeContact, showContact, showContactForm } from './contact.ts'
import { CONTACT_FIELDS } from './read-contact.ts'
import { changeKeys, showKeyForm, showKeys } from './keys.ts'
import { changeRole, showMember } from './member.ts'
import { invite, showInvitation, showPeople } from './people.ts'
import { removeMember, showRemoval } from './removal.ts'
import { revokeKey, showRevocation } from './revocation.ts'
import { SENDING_FIELDS } from './read-sending.ts'
import { changeRiskAppetite, RISK_FIELDS, showRiskAppetite } from './risk-appetite.ts'
import { changeSending, showSendingForm } from './sending.ts'
import { showOverview } from './overview.ts'
import { pauseStream, resumeStream } from './stream-status.ts'
import { showStream, showStreams } from './streams.ts'

export interface ConsoleParts {
  db: Db
  clock: Clock
  /** On a developer's machine keys may be published on this machine too. */
  allowLoopback: boolean
  events?: Catalogue
}

type Page = (
  parts: ConsoleParts,
  req: Parameters<typeof showOverview>[1],
  res: Parameters<typeof showOverview>[2],
) => unknown

/** The console of an agency's staff: everybody looks, admins change. */
export function consoleRoutes(parts: ConsoleParts): Router {
  const router = Router()
  const by = (page: Page) => async (req: Parameters<Page>[1], res: Parameters<Page>[2]) => {
    await page(parts, req, res)
  }
  const reasoned = takes({ single: ['reason'] })

  router.get('/agency', viewers, by(showOverview))
  router.get('/agency/activity', viewers, by(showActivity))
  router.get('/agency/agreements', viewers, by(showOwnAgreements))

  router.get('/agency/streams', viewers, by(showStreams))
  router.get('/agency/streams/:id', viewers, by(showStream))
  router.get('/agency/streams/:id/sending', admins, by(showSendingForm))
  router.post('/agency/streams/:id/sending', admins, takes({ single: [...SENDING_FIELDS] }), by(changeSending))
  router.post('/agency/streams/:id/pause', admins, reasoned, by(pauseStream))
  router.post('/agency/streams/:id/resumption', admins, takes(), by(resumeStream))

  router.get('/agency/keys', viewers, by(showKeys))
  router.get('/agency/keys/change', admins, by(showKeyForm))
  router.post('/agency/keys/change', admins, takes({ single: ['jwks', 'jwks_uri'] }), by(changeKeys))
  router.get('/agency/keys/:thumbprint/revocation', admins, by(showRevocation))
  router.post('/agency/keys/:thumbprint/revocation', admins, reasoned, by(revokeKey))

  router.get('/agency/people', viewers, by(showPeople))
  router.get('/agency/people/invitation', admins, by(showInvitation))
  router.post('/agency/people/invitation', admins, takes({ single: ['name', 'email', 'role'] }), by(invite))
  router.get('/agency/people/:id', admins, by(showMember))
  router.post('/agency/people/:id', admins, takes({ single: ['role'] }), by(changeRole))
  router.get('/agency/people/:id/removal', admins, by(showRemoval))
  router.post('/agency/people/:id/removal', admins, reasoned, by(removeMember))

  router.get('/agency/contact', viewers, by(showContact))
  router.get('/agency/contact/change', admins, by(showContactForm))
  router.post('/agency/contact/change', admins, takes({ single: CONTACT_FIELDS }), by(changeContact))

  router.get('/agency/risk-appetite', viewers, by(showRiskAppetite))
  router.post('/agency/risk-appetite', admins, takes({ single: RISK_FIELDS }), by(changeRiskAppetite))

  return router
}
