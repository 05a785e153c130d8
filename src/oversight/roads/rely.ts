import type { Request, Response } from 'express'
import { findAgencies } from '../../agencies/agency-store.ts'
import { reliableAgreements } from '../../agreements/roads/reliance-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { RoadParts } from './routes.ts'
import { eventName, words } from './words.ts'

const SHOWN = 25
const PATH = '/agency/agreements/rely'

/** Agreements of other bodies that this one could take over as they are. */
export async function showReliable({ db, clock, events }: RoadParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const agencyId = agencyOf(req)
  const sameKind = textField(req.query, 'kind') !== 'any'
  const wanted = { agencyId, sameKind, after: textField(req.query, 'after'), today: ukToday(clock()), most: SHOWN + 1 }
  const { found, bodies } = await inContext(db, { agency: agencyId }, async (tx) => {
    const all = await reliableAgreements(tx, wanted)
    const of = all.map((one) => one.agencyId)
    return { found: all, bodies: await findAgencies(tx, of) }
  })
  const text = words[language].rely
  const shown = found.slice(0, SHOWN)
  const query = (more: Record<string, string>) => {
    const all = new URLSearchParams({ ...(!sameKind && { kind: 'any' }), ...more }).toString()
    return all === '' ? PATH : `${PATH}?${all}`
  }
  const last = shown.at(-1)
  renderStaffPage(req, res, 'oversight/roads/rely.njk', {
    ...{ title: text.title, words: text, backLink: '/agency/agreements', sameKind },
    ...{ otherKind: sameKind ? `${PATH}?kind=any` : PATH, mayRely: staffOf(req).role === 'admin' },
    nextHref: found.length > SHOWN && last ? query({ after: last.id }) : undefined,
    agreements: shown.map((one) => ({
      href: `${PATH}/${one.id}`,
      name: `${inLanguage(bodies.get(one.agencyId)?.name ?? { en: one.agencyId }, language)}: ${inLanguage(one.purpose, language)}`,
      told: text.told(one.events.map(({ type }) => eventName(type, language, events)).join(', ')),
    })),
  })
}
