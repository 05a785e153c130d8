import type { Request } from 'express'
import type { Officer } from '../../deliveries/officer.ts'
import type { OpenParts } from '../../deliveries/open-in-inbox.ts'
import { agencyOf, staffOf, mayRead } from '../../identity/staff/staff.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'

/** What the pages of the inbox need. */
export type InboxParts = OpenParts

/** Whoever asks, as somebody who opens. Behind the rule `readers`. */
export const officerOf = (req: Pick<Request, 'staff'>): Officer => {
  const { id, role } = staffOf(req)
  return { id, agencyId: agencyOf(req), role }
}

/** True for those who may open what they see in the list. */
export const mayOpen = (req: Pick<Request, 'staff'>) => mayRead(staffOf(req))

/** @throws Refusal not-found for what cannot be the id of a delivery. */
export function deliveryIdIn({ params }: Pick<Request, 'params'>): string {
  const id = String(params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}
