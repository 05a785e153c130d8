import type { Request, RequestHandler } from 'express'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import { personLimits } from '../identity/person-limits.ts'
import type { ReportParts } from './visit.ts'

// Nobody looks up an address every two seconds, or reports a change every six, but for a program.
const LOOK_UPS = { perPerson: 30, perAddress: 300 }
const REPORTS = { perPerson: 10, perAddress: 300 }

/** Kinds of questions whose answers are held against the address service. */
const LOOKED_UP = ['postcode', 'address', 'confirm-address']

export function lookUpLimits({ db, events }: ReportParts): RequestHandler[] {
  const counts = ({ params }: Request) => {
    const questions = findLifeEvent(params['type'], events)?.questions ?? []
    return questions.some(({ name, kind }) => name === params['question'] && LOOKED_UP.includes(kind))
  }
  return personLimits(db, { name: 'look-ups', counts, ...LOOK_UPS })
}

export const sendLimits = ({ db }: ReportParts) => personLimits(db, { name: 'reports', ...REPORTS })
