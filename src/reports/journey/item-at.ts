import type { Request, Response } from 'express'
import { answerTo } from '../../catalogue/answers.ts'
import type { ListQuestion } from '../../catalogue/question.ts'
import { notFound } from '../../shared/refusal.ts'
import type { Item } from '../kinds/list.ts'
import { paths } from '../paths.ts'
import { stepOf, type Visit } from './visit.ts'

/** An item of a list, at its place. */
export interface At {
  question: ListQuestion
  number: number
  /** Undefined for one that is to be added. */
  item: Item | undefined
  /** Nothing is in the list yet. */
  isFirst: boolean
}

/** The item of the path, or the place after the last; otherwise the citizen has been sent to the list. */
export function itemOf(req: Request, res: Response, visit: Visit): At | undefined {
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

export function existingItemOf(req: Request, res: Response, visit: Visit): (At & { item: Item }) | undefined {
  const at = itemOf(req, res, visit)
  if (!at) return undefined
  if (at.item) return { ...at, item: at.item }
  res.redirect(303, paths.question(visit.event.type, at.question.name))
  return undefined
}
