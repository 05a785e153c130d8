import type { Request, RequestHandler } from 'express'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import { personLimits } from '../identity/person-limits.ts'
import type { ReportParts } from './journey/visit.ts'

// Nobody looks up an address every two seconds, or reports a change every six, but for a program.
const LOOK_UPS = { perPerson: 30, perAddress: 300 }
// A registrar's reference is typed from a letter: whoever needs more tries than this is guessing.
const REGISTRATIONS = { perPerson: 5, perAddress: 30 }
const REPORTS = { perPerson: 10, perAddress: 300 }

/** Kinds of questions whose answers are held against the address service. */
const LOOKED_UP = ['postcode', 'address', 'confirm-address']

export function lookUpLimits({ db, events }: ReportParts): RequestHandler[] {
  const asksOne =
    (kinds: readonly string[]) =>
    ({ params }: Request) =>
      (findLifeEvent(params['type'], events)?.questions ?? []).some(
        ({ name, kind }) => name === params['question'] && kinds.includes(kind),
      )
  return [
    ...personLimits(db, { name: 'look-ups', counts: asksOne(LOOKED_UP), ...LOOK_UPS }),
    ...personLimits(db, { name: 'registrations', counts: asksOne(['registration']), ...REGISTRATIONS }),
  ]
}

export const sendLimits = ({ db }: ReportParts) => personLimits(db, { name: 'reports', ...REPORTS })
