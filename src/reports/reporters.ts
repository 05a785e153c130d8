import type { Request } from 'express'
import { findLifeEvent, lifeEvents, type Catalogue } from '../catalogue/catalogue.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import { reporters } from '../identity/access-rules.ts'
import { personOf } from '../identity/person.ts'
import { parseReference } from '../shared/references.ts'
import { hasBegunOrSent, isReportOf } from './reporter-store.ts'
import { asOwner, type ReportParts } from './journey/visit.ts'

type Parts = Pick<ReportParts, 'db' | 'vault' | 'clock' | 'events'>

/** Who may report the event of the path: somebody who has not proved who they are, only some. */
export const reportersOfEvent = ({ events }: Pick<Parts, 'events'>) =>
  reporters(({ params }) => findLifeEvent(params['type'], events)?.reporters === 'signed-in')

/** Lists of drafts and reports: somebody who has not proved who they are only when they have something there. */
export const reportersWithReports = (parts: Parts) =>
  reporters((req) => asOwner(parts, req, (owner) => hasBegunOrSent(owner, typesFor(req, parts.events) ?? [])))

/** One report, by the reference in the path. */
export const reportersOfReport = (parts: Parts) =>
  reporters((req) => {
    const reference = parseReference(String(req.params['reference']))
    const types = typesFor(req, parts.events) ?? []
    return reference !== undefined && asOwner(parts, req, (owner) => isReportOf(owner, reference, types))
  })

/** The types of event that this person may see; undefined: all. What they said of themselves when proved stays apart. */
export const typesFor = (req: Request, events?: Catalogue): string[] | undefined =>
  personOf(req).proved ? undefined : eventsFor(req, events ?? lifeEvents).map(({ type }) => type)

export const eventsFor = (req: Request, events: readonly LifeEvent[]): readonly LifeEvent[] =>
  personOf(req).proved ? events : events.filter((event) => event.reporters === 'signed-in')
