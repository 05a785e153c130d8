import { Router } from 'express'
import { answerTo } from '../../catalogue/answers.ts'
import { misfits, takes } from '../../web/form.ts'
import { askForItem, removeListItem, showItemRemoval, takeItem } from './item-pages.ts'
import { fieldsOf, inputsOf, parse, readTyped, typedFrom, unreadable } from '../kinds/kinds.ts'
import { lookUpLimits } from '../limits.ts'
import { paths } from '../paths.ts'
import { showQuestion } from './question-page.ts'
import { reportersOfEvent } from '../reporters.ts'
import { saveAnswer } from './save-answer.ts'
import {
  answering,
  asOwner,
  askingOf,
  DRAFT,
  lookingAt,
  stepOf,
  visiting,
  withDraft,
  type LookOf,
  type PageOfEvent,
  type ReportParts,
} from './visit.ts'

/** One question per page, in order; and a page for each item of a list. */
export function questionRoutes(parts: ReportParts): Router {
  const router = Router()
  const who = reportersOfEvent(parts)
  router.get('/report/:type/:question', who, lookingAt(parts, askQuestion))
  router.post('/report/:type/:question', who, lookUpLimits(parts), visiting(parts, takeAnswer))
  router.get('/report/:type/:question/:item', who, visiting(parts, askForItem))
  router.post('/report/:type/:question/:item', who, visiting(parts, takeItem))
  router.get('/report/:type/:question/:item/removal', who, visiting(parts, showItemRemoval))
  router.post('/report/:type/:question/:item/removal', who, takes({ single: [DRAFT] }), visiting(parts, removeListItem))
  return router
}

const askQuestion: LookOf = (req, res, visit) => {
  const step = stepOf(req, res, visit)
  if (!step) return
  const { question, answer } = step
  if (question.kind === 'list' && !answerTo('list', visit.journey.given, question.name)) {
    return res.redirect(303, paths.item(visit.event.type, question.name, 1))
  }
  const asking = askingOf(req, visit)
  showQuestion(req, res, question, { visit, asking, typed: typedFrom(question, answer, asking), errors: [] })
}

const takeAnswer: PageOfEvent = async (req, res, visit) => {
  const step = stepOf(req, res, visit)
  if (!step) return
  const { question } = step
  const asking = askingOf(req, visit)
  const typed = readTyped(question, req.body)
  if (misfits(req.body, withDraft(fieldsOf(question)))) {
    const errors = unreadable(inputsOf(question), req.language)
    return showQuestion(req, res, question, { visit, asking, typed, errors })
  }
  const parsed = await parse(question, typed, asking)
  if ('errors' in parsed) return showQuestion(req, res, question, { visit, asking, typed, errors: parsed.errors })
  const place = await asOwner(visit.parts, req, (owner) => saveAnswer(owner, answering(visit), question, parsed.answer))
  res.redirect(303, place)
}
