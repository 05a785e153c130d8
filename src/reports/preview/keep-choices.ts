import type { LifeEvent } from '../../catalogue/life-event.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { fieldNames, misfits, textField } from '../../web/form.ts'
import { withChoices } from './body-choices.ts'
import { choicesFrom } from './choices-sent.ts'
import { changeDraft } from '../drafts/draft-store.ts'
import { paths } from '../paths.ts'
import { previewNow } from './preview-page.ts'
import { isChoiceField } from './preview-view.ts'
import { THEN } from './then.ts'
import { asOwner, DRAFT, furthestPlace, type PageOfEvent, type Visit } from '../journey/visit.ts'

/** On the way to a page about one body: what was answered about the others, and is not sent yet, is kept in the draft. */
export const keepChoices: PageOfEvent = async (req, res, visit) => {
  const single = [DRAFT, 'seen', THEN, ...fieldNames(req.body).filter(isChoiceField)]
  if (misfits(req.body, { single })) throw new Refusal('invalid', 'The form has a field that it should not have')
  const place = placeAfter(textField(req.body, THEN), visit)
  const { event, draft, parts } = visit
  if (!draft || draft.id !== textField(req.body, DRAFT)) return res.redirect(303, furthestPlace(visit.journey))
  const choices = choicesFrom(req.body, previewNow(visit))
  const which = { eventType: event.type, id: draft.id }
  const changed = await asOwner(parts, req, (owner) =>
    changeDraft(owner, which, (content) => withChoices(content, choices)),
  )
  res.redirect(303, typeof changed === 'string' ? paths.events : place)
}

function placeAfter(then: string, { event, recipients }: Visit): string {
  const [page = '', id = ''] = then.split(':')
  const place = Object.hasOwn(places, page) ? places[page as keyof typeof places] : undefined
  const isKnown = page === 'number' || recipients.some(({ agreement }) => agreement.id === id)
  if (!place || !isKnown) throw notFound()
  return place(event, id)
}

const places = {
  when: ({ type }: LifeEvent, id: string) => paths.whenTold(type, id),
  'leave-out': ({ type }: LifeEvent, id: string) => paths.leaveOut(type, id),
  number: ({ type }: LifeEvent) => paths.question(type, 'numbers'),
}
