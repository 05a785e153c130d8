import type { Request, Response } from 'express'
import { personOf } from '../../identity/person.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderPage } from '../../web/page.ts'
import type { AccessEntry } from '../access-entry.ts'
import { findEntry } from '../access-entry-store.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { aboutEntries } from '../pages/about-entries.ts'
import { describeEntry } from '../pages/describe-entry.ts'
import { ask, type Asker } from './ask.ts'
import { describeQuestion } from './describe-question.ts'
import { noteAsked } from './done.ts'
import { asCitizen, namesOfBodies, questionPath, type QuestionParts } from './question-parts.ts'
import { questionsAboutRecord } from './question-store.ts'
import { questionKinds } from './question.ts'
import { readQuestion, type ReadQuestion } from './read-question.ts'
import { words } from './words.ts'

export async function showAsk(
  parts: QuestionParts,
  req: Request,
  res: Response,
  read: ReadQuestion = { typed: { kind: '', urgent: false, message: '' }, errors: [] },
): Promise<void> {
  const { language } = req
  const text = words[language].ask
  const page = await asCitizen(parts, req, async (asker) => {
    const entry = await entryIn(asker, req)
    const described = describeEntry(
      entry,
      await aboutEntries(asker.tx, asker.person.subjects, [entry], parts.events),
      language,
    )
    const nameOf = await namesOfBodies(asker.tx, language)
    const before = await questionsAboutRecord(asker.tx, asker.person.accountId, entry.recordId)
    const inWords = before.map((one) => describeQuestion(one, nameOf(one.agencyId), { now: asker.now, language }))
    return { described, body: nameOf(entry.bodyId), before: inWords }
  })
  renderPage(req, res, 'access-log/questions/ask.njk', {
    ...{ title: text.title(page.described.longTitle), backLink: page.described.href, words: text },
    ...{ action: req.path, before: page.before, intro: text.intro(page.body), ...read },
    kinds: questionKinds.map((kind) => ({
      value: kind,
      text: text.kinds[kind],
      hint: { text: text.hints[kind] },
      checked: read.typed.kind === kind,
    })),
    errorOf: Object.fromEntries(read.errors.map(({ field, message }) => [field, message])),
  })
}

export async function sendQuestion(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const read = readQuestion(req.body, req.language)
  const { asked } = read
  if (!asked) return showAsk(parts, req, res, read)
  const id = await asCitizen(parts, req, async (asker) => ask(asker, await entryIn(asker, req), asked))
  noteAsked(req, 'asked')
  res.redirect(303, questionPath({ id }))
}

/** The record that the address names. What the service itself did with data is asked of whoever runs it. */
async function entryIn({ tx }: Asker, req: Request): Promise<AccessEntry> {
  const [id, body] = [String(req.params['id']), req.params['body']?.toString()]
  const entry = isUuid(id) ? await findEntry(tx, personOf(req).subjects, id, body) : undefined
  if (!entry || entry.bodyId === OUR_CONTROLLER) throw notFound()
  return entry
}
