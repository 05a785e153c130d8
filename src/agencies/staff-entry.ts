import { z } from 'zod'
import { staffRoles } from '../identity/staff/staff.ts'
import { entry, text } from './file-entry.ts'

/** Case means nothing in an address that people sign in with. */
const email = z.email('must be an e-mail address').transform((written) => written.toLowerCase())
const name = text(120)
/** Whoever is removed cannot sign in any more. */
const removed = z.boolean().default(false)

/** Somebody of an agency who may sign in for their work. */
export const staffEntry = entry({ email, name, role: z.enum(staffRoles), removed })

/** Somebody who operates the service. */
export const operatorEntry = entry({ email, name, removed })

export type OperatorEntry = z.output<typeof operatorEntry>
