import type { Request, Response } from 'express'
import { ukToday } from '../../shared/dates.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { inWords } from './agency-list-page.ts'
import { answererOf, findOwn } from './agency-page.ts'
import { answer, type AnswerParts } from './answer.ts'
import { exceptionsTo, type Exception } from './exception.ts'
import { LONGEST, type BodysStep, type RightsRequest } from './right.ts'
import { stepsOf } from './steps.ts'
import { words } from './words.ts'

export const ANSWER_FIELDS = ['kind', 'exception', 'message']

type Typed = Record<'kind' | 'exception' | 'message', string>

export async function showAnswer(parts: AnswerParts, req: Request, res: Response): Promise<void> {
  const { request } = await findOwn(parts, req)
  form(parts, req, res, request, { typed: { kind: '', exception: '', message: '' }, errors: [] })
}

export async function sendAnswer(parts: AnswerParts, req: Request, res: Response): Promise<void> {
  const { request } = await findOwn(parts, req)
  const [kind, exception, message] = ANSWER_FIELDS.map((field) => textField(req.body, field))
  const typed: Typed = { kind: kind ?? '', exception: exception ?? '', message: message ?? '' }
  const read = readAnswer(typed, request, { parts, req })
  if (!read.kind || read.errors.length > 0) return form(parts, req, res, request, { typed, errors: read.errors })
  const said = { kind: read.kind, exception: read.exception, message: typed.message || undefined }
  await answer(parts, answererOf(req), request.id, said)
  noteStaffDone(req, 'question-answered')
  res.redirect(303, '/agency/rights')
}

function readAnswer(typed: Typed, request: RightsRequest, { parts, req }: { parts: AnswerParts; req: Request }) {
  const kind = stepsOf(request, ukToday(parts.clock())).find((one) => one === typed.kind)
  const exception = kind === 'refused' ? exceptionsTo(request.kind).find((one) => one === typed.exception) : undefined
  return { kind, exception, errors: mistakesIn(typed.message, { kind, exception }, req) }
}

function mistakesIn(
  message: string,
  { kind, exception }: { kind: BodysStep | undefined; exception: Exception | undefined },
  { language }: Pick<Request, 'language'>,
): FieldError[] {
  const { errors } = words[language].agency
  const long = [...message].length > LONGEST
  return [
    ...(kind ? [] : [{ field: 'kind', message: errors.step }]),
    ...(kind === 'refused' && !exception ? [{ field: 'exception', message: errors.exception }] : []),
    ...(message === '' && kind !== 'received' ? [{ field: 'message', message: errors.message }] : []),
    ...(long ? [{ field: 'message', message: errors.long }] : []),
  ]
}

function form(
  { clock }: AnswerParts,
  req: Request,
  res: Response,
  request: RightsRequest,
  { typed, errors }: { typed: Typed; errors: FieldError[] },
): void {
  const { agency: text, exceptions } = words[req.language]
  const today = ukToday(clock())
  const one = inWords(request, today, req.language)
  const hints: Partial<Record<BodysStep, string>> = text.stepHints
  renderStaffPage(req, res, 'oversight/rights/agency-answer.njk', {
    ...{
      title: text.answerTitle(one.title),
      words: text,
      backLink: one.href,
      action: `${one.href}/answer`,
      typed,
      errors,
    },
    steps: stepsOf(request, today).map((kind) => ({
      ...{ value: kind, text: text.steps[kind], checked: typed.kind === kind },
      ...(hints[kind] && { hint: { text: hints[kind] } }),
    })),
    exceptions: exceptionsTo(request.kind).map((one) => ({
      ...{ value: one, text: capital(exceptions[one]), checked: typed.exception === one },
    })),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
