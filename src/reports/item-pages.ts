import type { Request, Response } from 'express'
import { answerTo } from '../catalogue/answers.ts'
import type { ListQuestion } from '../catalogue/question.ts'
import { notFound } from '../shared/refusal.ts'
import { misfits } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { words } from './content/words.ts'
import type { Typed } from './kinds/kind.ts'
import { buttonPressed } from './kinds/buttons.ts'
import { itemFields, readItem, unreadable } from './kinds/kinds.ts'
import { itemInWords, parseItem, type Item } from './kinds/list.ts'
import { partTypedFrom } from './kinds/parts.ts'
import { paths } from './paths.ts'
import { showItem, wantsQuickExit } from './question-page.ts'
import { removeItem, saveAnswer, saveItem } from './save-answer.ts'
import { answering, asOwner, askingOf, stepOf, withDraft, type PageOfEvent, type Visit } from './visit.ts'

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

interface At {
  question: ListQuestion
  number: number
  /** Undefined for one that is to be added. */
  item: Item | undefined
  /** Nothing is in the list yet. */
  isFirst: boolean
}

/** The item of the path, or the place after the last; otherwise the citizen has been sent to the list. */
function itemOf(req: Request, res: Response, visit: Visit): At | undefined {
  const step = stepOf(req, res, visit)
  if (!step) return undefined
  const { question } = step
  const number = /^[1-9]\d?$/.test(String(req.params['item'])) ? Number(req.params['item']) : 0
  if (question.kind !== 'list' || number === 0) throw notFound()
  const items = answerTo('list', visit.journey.given, question.name)?.items ?? []
  if (number <= items.length + 1 && number <= question.most) {
    return { question, number, item: items[number - 1], isFirst: items.length === 0 }
  }
  res.redirect(303, paths.question(visit.event.type, question.name))
  return undefined
}

function existingItemOf(req: Request, res: Response, visit: Visit): (At & { item: Item }) | undefined {
  const at = itemOf(req, res, visit)
  if (!at) return undefined
  if (at.item) return { ...at, item: at.item }
  res.redirect(303, paths.question(visit.event.type, at.question.name))
  return undefined
}

const joined = (typed: Typed[]): Typed => Object.fromEntries(typed.flatMap((each) => Object.entries(each)))
