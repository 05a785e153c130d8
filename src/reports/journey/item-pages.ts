import { misfits } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { existingItemOf, itemOf } from './item-at.ts'
import type { Typed } from '../kinds/kind.ts'
import { buttonPressed } from '../kinds/buttons.ts'
import { itemFields, readItem, unreadable } from '../kinds/kinds.ts'
import { itemInWords, parseItem } from '../kinds/list.ts'
import { partTypedFrom } from '../kinds/parts.ts'
import { paths } from '../paths.ts'
import { showItem, wantsQuickExit } from './question-page.ts'
import { removeItem, saveAnswer, saveItem } from './save-answer.ts'
import { answering, asOwner, askingOf, withDraft, type PageOfEvent } from './visit.ts'

export const askForItem: PageOfEvent = (req, res, visit) => {
  const at = itemOf(req, res, visit)
  if (!at) return
  const asking = askingOf(req, visit)
  const typed = joined(at.question.parts.map((part) => partTypedFrom(part, at.item?.[part.name], asking)))
  showItem(req, res, at.question, at.number, { visit, asking, typed, errors: [] })
}

export const takeItem: PageOfEvent = async (req, res, visit) => {
  const at = itemOf(req, res, visit)
  if (!at) return
  const { question, number } = at
  const asking = askingOf(req, visit)
  const typed = readItem(question, req.body)
  if (misfits(req.body, withDraft({ single: itemFields(question) }))) {
    const errors = unreadable(itemFields(question), req.language)
    return showItem(req, res, question, number, { visit, asking, typed, errors })
  }
  const pressed = at.isFirst && buttonPressed(question, typed)
  if (pressed) {
    return res.redirect(
      303,
      await asOwner(visit.parts, req, (owner) => saveAnswer(owner, answering(visit), question, pressed.answer)),
    )
  }
  const parsed = parseItem(question, typed, asking)
  if ('errors' in parsed) return showItem(req, res, question, number, { visit, asking, typed, errors: parsed.errors })
  const item = parsed.answer ?? {}
  res.redirect(
    303,
    await asOwner(visit.parts, req, (owner) => saveItem(owner, answering(visit), question, number, item)),
  )
}

export const showItemRemoval: PageOfEvent = (req, res, visit) => {
  const at = existingItemOf(req, res, visit)
  if (!at) return
  const { question, number, item } = at
  const { listPage, remove } = words[req.language]
  renderPage(req, res, 'reports/removal.njk', {
    title: listPage.removeTitle(itemInWords(question, item, req)),
    backLink: paths.question(visit.event.type, question.name),
    draftId: visit.draft?.id,
    action: paths.itemRemoval(visit.event.type, question.name, number),
    words: { remove, keep: listPage.keep },
    quickExit: wantsQuickExit(visit.journey, question),
    exit: words[req.language].exit,
  })
}

export const removeListItem: PageOfEvent = async (req, res, visit) => {
  const at = existingItemOf(req, res, visit)
  if (!at) return
  const { question, number } = at
  res.redirect(303, await asOwner(visit.parts, req, (owner) => removeItem(owner, answering(visit), question, number)))
}

const joined = (typed: Typed[]): Typed => Object.fromEntries(typed.flatMap((each) => Object.entries(each)))
