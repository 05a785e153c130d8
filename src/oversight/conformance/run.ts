import type { Request, Response } from 'express'
import { findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import { stepsOf, type Step } from '../../deliveries/conformance/conformance.ts'
import { resultsOf, type Result } from '../../deliveries/conformance/result-store.ts'
import { findRun, type Run } from '../../deliveries/conformance/run-store.ts'
import { tokensOfRun, type StoredToken } from '../../deliveries/conformance/synthetic-token-store.ts'
import { agencyOf, atLeast, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConformanceParts } from './routes.ts'
import { words } from './tried-stream.ts'

/** A run line by line, as far as it is. */
export async function showRun(
  { db, events }: ConformanceParts,
  req: Request,
  res: Response,
  errors: FieldError[] = [],
): Promise<void> {
  const agency = agencyOf(req)
  const id = String(req.params['run'])
  if (!isUuid(id)) throw notFound()
  const { run, results, due } = await inContext(db, { agency }, async (tx) => {
    const run = await findRun(tx, id)
    if (!run) throw notFound()
    const [results, tokens] = [await resultsOf(tx, id), await tokensOfRun(tx, id)]
    return { run, results, due: tokens.find(({ state }) => state === 'due') }
  })
  const text = words[req.language]
  const event = findLifeEvent(run.eventType, events)?.words[req.language].short ?? run.eventType
  const mayAnswer = (atLeast('officer') as readonly string[]).includes(staffOf(req).role)
  renderStaffPage(req, res, 'oversight/conformance/run.njk', {
    title: text.run.title(formatDateTime(run.startedAt, req.language)),
    words: text.run,
    state: run.state,
    event: text.run.event(event),
    path: `/agency/conformance/runs/${run.id}`,
    lines: linesOf(run, results, due?.step ?? undefined, req.language),
    hand: run.method === 'inbox' && mayAnswer && due ? handOf(due, req.language, events) : undefined,
    errors,
  })
}

function linesOf(run: Run, results: readonly Result[], waiting: Step | undefined, language: Language) {
  const text = words[language]
  return stepsOf(run.method).map((step) => {
    const result = results.find((one) => one.step === step)
    return {
      id: step,
      name: text.steps[step].name,
      expected: text.steps[step].expected,
      state: result ? (result.passed ? 'passed' : 'failed') : step === waiting ? 'waiting' : 'not-yet',
      tag: result
        ? text.states[result.passed ? 'passed' : 'failed']
        : step === waiting
          ? text.run.waiting
          : text.run.notYet,
      happened: result && happenedIn(run, result, language),
      mend: result && !result.passed ? mendOf(run, step, language) : undefined,
    }
  })
}

/** What staff chose in the browser stands as the code of their answer. */
function happenedIn(run: Run, { answer, code, asExpected, ofAll }: Result, language: Language): string {
  const text = words[language]
  if (run.method === 'inbox' && code !== null) return `${text.byHand.options[code as Choice] ?? code}.`
  const lines = [text.answers[answer], ...(code === null ? [] : [text.code(code)])]
  return [...lines, ...(ofAll > 1 ? [text.run.count(asExpected, ofAll)] : [])].join(' ')
}

const mendOf = (run: Run, step: Step, language: Language) =>
  run.method === 'inbox' && isByHand(step) ? words[language].byHand.mends[step] : words[language].mends[step]

export type Choice = keyof (typeof words)['en']['byHand']['options']

export const isByHand = (step: string): step is 'good' | 'duplicate' | 'withdrawal' =>
  ['good', 'duplicate', 'withdrawal'].includes(step)

/** A message as staff would read it, and what they can say to it. */
function handOf({ step, jti, token }: StoredToken, language: Language, events: Catalogue) {
  const text = words[language].byHand
  if (!isByHand(step ?? '')) return undefined
  const event = findLifeEvent(token.eventType, events)
  const rows = Object.entries(token.facts).flatMap(([name, value]) => {
    const field = event?.fields[name]
    const lines = field?.show(value, language) ?? []
    return field && lines.length > 0
      ? [{ key: { text: field.label[language] }, value: { text: lines.join(', ') } }]
      : []
  })
  const items = Object.entries(text.options).map(([value, label]) => ({ value, text: label }))
  return { ...text, step, jti, token: text.tokens[step as 'good'], rows, items }
}
