import type { Request } from 'express'
import { findEntry } from '../access-entry-store.ts'
import { aboutEntries } from '../pages/about-entries.ts'
import { describeEntry } from '../pages/describe-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { formatDate, formatDateTime } from '../../shared/dates.ts'
import { row } from '../summary-row.ts'
import { describeThread } from './describe-question.ts'
import { asCitizen, namesOfBodies, questionIn, type QuestionParts } from './question-parts.ts'
import { readThread } from './thread.ts'
import { words } from './words.ts'

/** All that belongs to one question, in words: for the citizen, and for whoever they take it to. */
export async function papersOf(parts: QuestionParts, req: Request) {
  const { language } = req
  const text = words[language]
  return asCitizen(parts, req, async ({ tx, vault, person }) => {
    const question = await questionIn(tx, req)
    const body = (await namesOfBodies(tx, language))(question.agencyId)
    const ofBody = question.controllerId === OUR_CONTROLLER ? undefined : question.controllerId
    const entry = await findEntry(tx, person.subjects, question.recordId, ofBody)
    const thread = describeThread(await readThread(tx, vault, question), body, language)
    const { pack } = text
    const day = (time: Date | undefined) => time && formatDateTime(time, language)
    return {
      ...{ question, thread },
      record: entry
        ? describeEntry(entry, await aboutEntries(tx, person.subjects, [entry], parts.events), language).details
        : [],
      rows: [
        ...row(pack.number, question.id),
        ...row(pack.recordNumber, question.recordId),
        ...row(pack.kind, text.kinds[question.kind]),
        ...row(pack.body, body),
        ...row(pack.sent, day(question.askedAt)),
        ...row(pack.urgent, question.urgent && pack.yes),
        ...row(pack.due, question.due && formatDate(question.due, language)),
        ...row(pack.acknowledged, day(question.acknowledgedAt)),
        ...row(pack.answered, day(question.answeredAt)),
        ...row(pack.law, pack.laws[question.kind]),
      ],
    }
  })
}

export type Papers = Awaited<ReturnType<typeof papersOf>>

/** The same as plain text. */
export function papersAsText({ rows, record, thread }: Papers, language: Request['language']): string {
  const { pack } = words[language]
  const listed = (some: Papers['rows']) =>
    some.map(
      ({ key, lines }) => `${key}: ${lines.map(({ text, href }) => text + (href ? ` (${href})` : '')).join('; ')}`,
    )
  const said = thread.flatMap(({ time, what, lines }) => [
    `${time}: ${what}`,
    ...(lines ?? []).map((line) => `  ${line}`),
  ])
  const part = (heading: string, lines: string[]) => [heading, '-'.repeat(heading.length), ...lines, '']
  return [...part(pack.question, listed(rows)), ...part(pack.record, listed(record)), ...part(pack.thread, said)].join(
    '\n',
  )
}
