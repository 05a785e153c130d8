import type { Request, Response } from 'express'
import { LONGEST_MESSAGE, repliesTo, type Question } from '../../access-log/questions/question.ts'
import { reply, type ReplyParts } from '../../access-log/questions/reply.ts'
import { ukToday } from '../../shared/dates.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { inWords } from './list-page.ts'
import { findOwn, replierOf } from './question-page.ts'
import { words } from './words.ts'

export const REPLY_FIELDS = ['kind', 'message']

export async function showReply(parts: ReplyParts, req: Request, res: Response): Promise<void> {
  form(parts, req, res, await findOwn(parts, req), { typed: { kind: '', message: '' }, errors: [] })
}

export async function sendReply(parts: ReplyParts, req: Request, res: Response): Promise<void> {
  const question = await findOwn(parts, req)
  const typed = { kind: textField(req.body, 'kind'), message: textField(req.body, 'message') }
  const kind = repliesTo(question).find((one) => one === typed.kind)
  const errors = mistakesIn(typed, kind, req)
  if (!kind || errors.length > 0) return form(parts, req, res, question, { typed, errors })
  await reply(parts, replierOf(req), question.id, { kind, message: typed.message || undefined })
  noteStaffDone(req, 'question-answered')
  res.redirect(303, '/agency/questions')
}

type Typed = Record<'kind' | 'message', string>

function mistakesIn(
  { message }: Typed,
  kind: string | undefined,
  { language }: Pick<Request, 'language'>,
): FieldError[] {
  const { errors } = words[language].replyPage
  const ofMessage =
    message === '' && kind !== 'acknowledged'
      ? errors.message
      : [...message].length > LONGEST_MESSAGE
        ? errors.long
        : undefined
  return [
    ...(kind ? [] : [{ field: 'kind', message: errors.kind }]),
    ...(ofMessage ? [{ field: 'message', message: ofMessage }] : []),
  ]
}

function form(
  { clock }: ReplyParts,
  req: Request,
  res: Response,
  question: Question,
  { typed, errors }: { typed: Typed; errors: FieldError[] },
): void {
  const text = words[req.language].replyPage
  const one = inWords(question, ukToday(clock()), req.language)
  renderStaffPage(req, res, 'oversight/questions/reply.njk', {
    ...{ title: text.title(one.title), words: text, backLink: one.href, action: `${one.href}/reply`, typed, errors },
    kinds: repliesTo(question).map((kind) => ({ value: kind, text: text.kinds[kind], checked: typed.kind === kind })),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}
