import type { Request, Response } from 'express'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { judgeAnswer, sayMore } from './ask.ts'
import { describeQuestion, describeThread } from './describe-question.ts'
import { noteAsked, takeAsked } from './done.ts'
import { asCitizen, namesOfBodies, questionIn, questionPath, type QuestionParts } from './question-parts.ts'
import { questionsOfCitizen } from './question-store.ts'
import type { Question } from './question.ts'
import { messageErrors } from './read-question.ts'
import { readThread } from './thread.ts'
import { words } from './words.ts'

// More than anybody has: who has unfinished ones cannot ask more than a few dozen.
const MOST = 500

export async function showQuestions(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { list } = words[language]
  const questions = await asCitizen(parts, req, async ({ tx, person, now }) => {
    const nameOf = await namesOfBodies(tx, language)
    const found = await questionsOfCitizen(tx, person.accountId, MOST)
    return found.map((one) => describeQuestion(one, nameOf(one.agencyId), { now, language }))
  })
  renderPage(req, res, 'access-log/questions/list.njk', {
    ...{ title: list.title, words: list, backLink: '/access', questions },
  })
}

export async function showThread(
  parts: QuestionParts,
  req: Request,
  res: Response,
  { errors, typed }: { errors: FieldError[]; typed: string } = { errors: [], typed: '' },
): Promise<void> {
  const { language } = req
  const text = words[language].thread
  const page = await asCitizen(parts, req, async ({ tx, vault, now }) => {
    const question = await questionIn(tx, req)
    const body = (await namesOfBodies(tx, language))(question.agencyId)
    const thread = describeThread(await readThread(tx, vault, question), body, language)
    return { question, thread, ...describeQuestion(question, body, { now, language }) }
  })
  renderPage(req, res, 'access-log/questions/thread.njk', {
    ...{ ...page, words: text, backLink: '/access/questions', action: page.href, typed, errors },
    ...{
      record: recordPath(page.question),
      asks: page.question.waitsFor === 'citizen' && page.question.explained == null,
    },
    mayWrite: page.question.waitsFor !== 'nobody',
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    banner: req.method === 'GET' ? takeAsked(req) : undefined,
  })
}

/** Did this explain it? */
export async function giveVerdict(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const answer = textField(req.body, 'explained')
  if (answer !== 'yes' && answer !== 'no') {
    const message = words[req.language].thread.verdictMissing
    return showThread(parts, req, res, { errors: [{ field: 'explained', message }], typed: '' })
  }
  const question = await asCitizen(parts, req, async (asker) => {
    const found = await questionIn(asker.tx, req)
    await judgeAnswer(asker, found, answer === 'yes')
    return found
  })
  noteAsked(req, answer === 'yes' ? 'explained' : 'not-explained')
  res.redirect(303, questionPath(question))
}

export async function sendMore(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const typed = textField(req.body, 'message')
  const { moreMissing: missing, moreLong: long } = words[req.language].thread
  const errors = messageErrors(typed, { missing, long })
  if (errors.length > 0) return showThread(parts, req, res, { errors, typed })
  const question = await asCitizen(parts, req, async (asker) => {
    const found = await questionIn(asker.tx, req)
    if (found.waitsFor !== 'nobody') await sayMore(asker, found, typed)
    return found
  })
  noteAsked(req, 'said')
  res.redirect(303, questionPath(question))
}

/** Of the page of the record that a question is about. */
export const recordPath = ({ recordId, controllerId }: Question) =>
  controllerId === 'tell-us-once' ? `/access/${recordId}` : `/access/${recordId}/${controllerId}`
