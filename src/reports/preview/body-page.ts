import type { Request, Response } from 'express'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { DraftContent } from '../drafts/draft.ts'
import { changeDraft } from '../drafts/draft-store.ts'
import { isComplete } from '../journey/journey.ts'
import { paths } from '../paths.ts'
import type { Preview, ToldBody } from './preview.ts'
import { previewNow } from './preview-page.ts'
import { cardId } from './preview-view.ts'
import { asOwner, DRAFT, furthestPlace, type Visit } from '../journey/visit.ts'

/**
 * The body of the path, by its agreement; otherwise the citizen has been sent to where they can go on.
 *
 * @param among those that the page is about: who is told, unless said
 */
export function bodyOf(
  req: Request,
  res: Response,
  visit: Visit,
  among = ({ told }: Preview) => told,
): { body: ToldBody; preview: Preview } | undefined {
  const { agreement } = req.params
  if (!visit.recipients.some(({ agreement: { id } }) => id === agreement)) throw notFound()
  if (!isComplete(visit.journey)) {
    res.redirect(303, furthestPlace(visit.journey))
    return undefined
  }
  const preview = previewNow(visit)
  const body = among(preview).find(({ recipient }) => recipient.agreement.id === agreement)
  if (!body) throw notFound()
  return { body, preview }
}

/** Back to the body's card, with what was chosen for it kept in the draft that the page was about. */
export async function keepForBody(
  req: Request,
  res: Response,
  visit: Visit,
  {
    body,
    change,
  }: { body: { recipient: { agreement: { id: string } } }; change: (content: DraftContent) => DraftContent },
): Promise<void> {
  const { event, draft } = visit
  if (!draft || draft.id !== textField(req.body, DRAFT)) return res.redirect(303, furthestPlace(visit.journey))
  const which = { eventType: event.type, id: draft.id }
  const changed = await asOwner(visit.parts, req, (owner) => changeDraft(owner, which, change))
  const card = `${paths.whoWillBeTold(event.type)}#${cardId(body.recipient.agreement.id)}`
  res.redirect(303, typeof changed === 'string' ? paths.events : card)
}
