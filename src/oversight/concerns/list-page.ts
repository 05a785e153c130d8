import type { Request, Response } from 'express'
import { listMediations } from '../../agreements/concerns/mediation-store.ts'
import { actOpenTo, type Mediation } from '../../agreements/concerns/mediation.ts'
import { namesOfParties } from '../../agreements/concerns/party-names.ts'
import { nameIn, storyOf } from '../../agreements/concerns/story.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { isUuid } from '../../shared/references.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { PAGE_SIZE } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import { partyOf, seesAll, words } from './party.ts'
import type { MediationParts } from './routes.ts'

/** Mediations about a body's agreements; all of them for whoever has a say in all. */
export async function showList({ db, clock }: MediationParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { party, context, path } = await partyOf(db, req)
  const after = afterIn(req)
  const of = seesAll(party) ? null : party.agencyId
  const found = await inContext(db, context, (tx) => listMediations(tx, of, { after, limit: PAGE_SIZE + 1 }))
  const shown = found.slice(0, PAGE_SIZE)
  const names = await namesOfParties(db, shown)
  const today = ukToday(clock())
  const { list } = words[language]
  const line = (mediation: Mediation) => {
    const { title, standing } = storyOf(mediation, names, language)
    const name = list.line(title, nameIn(names, language)(mediation.agencyId))
    return { href: `${path}/${mediation.id}`, name, standing, waits: actOpenTo(party, mediation, today) !== undefined }
  }
  renderStaffPage(req, res, 'oversight/concerns/list.njk', {
    ...{ title: list.title, words: list, rows: shown.map(line) },
    advocate: party.agencyId !== null && party.kind === 'advocate',
    nextHref: found.length > PAGE_SIZE ? `${path}?after=${shown.at(-1)?.id ?? ''}` : undefined,
  })
}

function afterIn(req: Request): string | undefined {
  const after = textField(req.query, 'after')
  if (after === '') return undefined
  if (!isUuid(after)) throw new Refusal('gone', 'This page of the list is no longer there')
  return after
}
