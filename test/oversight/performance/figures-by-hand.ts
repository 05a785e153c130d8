import type { TestDatabase } from '../../support/database.ts'

/** `2026-10-01 requests-made  dvla` and what is published of it. */
export type ByHand = Record<string, number | null>

type Raw = Record<string, unknown>
type Case = [body: string, month: string | undefined]

const FINAL = ['done', 'no_record', 'needs_information', 'refused']
const DECIDING = ['approved', 'declined', 'presumed', 'relied']
const CLOSING = ['in-force', 'declined', 'withdrawn']

const day = (time: unknown) => (time as Date).toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
const month = (time: unknown) => `${day(time).slice(0, 7)}-01`
const monthOfDay = (date: unknown) => `${String(date).slice(0, 7)}-01`
const rounded = (value: number, to = 10) => Math.round(value * to) / to
const time = (value: unknown) => (value as Date).getTime()

/**
 * What every figure of every one of these months should be, worked out from the rows themselves: nothing here is shared
 * with what is tested, not a line of SQL.
 */
export async function figuresByHand({ owner }: TestDatabase, months: readonly string[]): Promise<ByHand> {
  const read = (table: string) => owner(table).select<Raw[]>()
  const [acts, proposals, told, outcomes, versions] = (await Promise.all(
    ['agreement_decisions', 'grant_proposals', 'deliveries', 'outcomes', 'agreement_versions'].map(read),
  )) as [Raw[], Raw[], Raw[], Raw[], Raw[]]
  const [asked, entries, releases, sealed, renewals, decisions] = (await Promise.all(
    ['questions', 'question_entries', 'seal_releases', 'sealed_access_records', 'seal_renewals', 'seal_decisions'].map(
      read,
    ),
  )) as [Raw[], Raw[], Raw[], Raw[], Raw[], Raw[]]
  const [arrivals, heard, agencies, reports, begun, scores, given] = (await Promise.all(
    ['access_arrivals', 'access_heard', 'agencies', 'reports', 'drafts', 'satisfaction_answers', 'given_figures'].map(
      read,
    ),
  )) as [Raw[], Raw[], Raw[], Raw[], Raw[], Raw[], Raw[]]

  // A review of what is there is no request.
  const requests = proposals.filter((one) => one['review'] === null)
  const found: ByHand = {}
  const say = (when: string, figure: string, part: string, body: string, value: number | null) => {
    if (body === '' || value !== null) found[`${when} ${figure} ${part} ${body}`] = value
  }
  const bodiesIn = (cases: readonly Case[]) => [...new Set(cases.map(([body]) => body))]

  /** Of bodies only: a count that is not about people. */
  const count = (figure: string, cases: readonly Case[], part = '') => {
    for (const when of months) {
      const these = cases.filter(([, at]) => at === when)
      say(when, figure, part, '', these.length)
      for (const body of bodiesIn(these)) say(when, figure, part, body, these.filter(([one]) => one === body).length)
    }
  }

  /** About people: none under five, and none that can be worked out from the others. */
  const countOfPeople = (figure: string, cases: readonly Case[], { part = '', bodies = true } = {}) => {
    for (const when of months) {
      const these = cases.filter(([, at]) => at === when)
      say(when, figure, part, '', these.length < 5 ? null : these.length)
      if (!bodies) continue
      const sizes = bodiesIn(these).map((body) => ({ body, size: these.filter(([one]) => one === body).length }))
      const shown = sizes.filter(({ size }) => size >= 5).sort((one, other) => one.size - other.size)
      const left = these.length - shown.reduce((sum, { size }) => sum + size, 0)
      if (left > 0 && left < 5) shown.shift()
      for (const { body, size } of shown) say(when, figure, part, body, size)
    }
  }

  const share = (
    figure: string,
    cases: readonly (readonly [...Case, boolean])[],
    { part = '', people = true, bodies = true } = {},
  ) => {
    for (const when of months) {
      const these = cases.filter(([, at]) => at === when)
      for (const body of ['', ...(bodies ? new Set(these.map(([one]) => one)) : [])]) {
        const own = these.filter(([one]) => body === '' || one === body)
        const inside = own.filter(([, , yes]) => yes).length
        const few = [inside, own.length - inside].some((size) => size > 0 && size < 5) || own.length < 5
        say(when, figure, part, body, own.length === 0 || (people && few) ? null : rounded((100 * inside) / own.length))
      }
    }
  }

  const values = (
    figure: string,
    part: string,
    cases: readonly (readonly [...Case, number])[],
    of: (all: number[]) => number,
  ) => {
    for (const when of months) {
      const these = cases.filter(([, at]) => at === when)
      for (const body of ['', ...new Set(these.map(([one]) => one))]) {
        const own = these.filter(([one]) => body === '' || one === body).map(([, , value]) => value)
        say(when, figure, part, body, own.length === 0 ? null : rounded(of(own)))
      }
    }
  }

  // Requests.
  const request = (id: unknown) => requests.find((one) => one['id'] === id) ?? {}
  const actsOf = (id: unknown, names: readonly string[]) =>
    acts
      .filter((one) => one['proposal_id'] === id && names.includes(String(one['act'])))
      .sort((a, b) => time(a['at']) - time(b['at']))
  const when = (names: readonly string[]): [...Case, Raw][] =>
    requests.flatMap((one) => {
      const [first] = actsOf(one['id'], names)
      return first ? [[String(one['agency_id']), month(first['at']), first]] : []
    })
  for (const [these, figure] of [
    [['requested', 'relied'], 'requests-made'],
    [['in-force'], 'requests-delivered'],
    [['declined'], 'requests-declined'],
  ] as const) {
    count(
      figure,
      when(these).map(([body, at]) => [body, at]),
    )
  }
  for (const part of ['no-power', 'too-much', 'security', 'cost', 'quality', 'other']) {
    const these = when(['declined']).filter(([, , act]) => act['category'] === part)
    for (const at of months) say(at, 'declined-why', part, '', these.filter(([, one]) => one === at).length)
  }
  for (const at of months) {
    const open = requests.filter(
      (one) =>
        month(one['proposed_at']) <= at && !actsOf(one['id'], CLOSING).some((closing) => month(closing['at']) <= at),
    )
    say(at, 'requests-backlog', '', '', open.length)
    for (const body of new Set(open.map((one) => String(one['agency_id'])))) {
      say(at, 'requests-backlog', '', body, open.filter((one) => one['agency_id'] === body).length)
    }
  }
  const daysFrom = (from: unknown, to: unknown) => (time(to) - time(from)) / 86_400_000
  const decided = when(DECIDING)
  const steps = {
    whole: decided.map(
      ([body, at, act]) => [body, at, daysFrom(request(act['proposal_id'])['proposed_at'], act['at'])] as const,
    ),
    considered: when(['considered']).map(
      ([body, at, act]) => [body, at, daysFrom(request(act['proposal_id'])['proposed_at'], act['at'])] as const,
    ),
    decided: decided.flatMap(([body, at, act]) => {
      const looked = request(act['proposal_id'])['considered_at']
      return looked ? [[body, at, daysFrom(looked, act['at'])] as const] : []
    }),
  }
  for (const [step, cases] of Object.entries(steps)) {
    values('days-to-decide', `${step}-median`, cases, (all) => between(all, 0.5))
    values('days-to-decide', `${step}-p90`, cases, (all) => between(all, 0.9))
  }
  const inForce = when(['in-force'])
  const fresh = inForce.filter(([, , act]) => request(act['proposal_id'])['base_version'] === null)
  for (const [road, figure] of [
    ['reliance', 'reliance-share'],
    ['cluster', 'cluster-share'],
  ] as const) {
    const cases = fresh.map(([body, at, act]) => [body, at, request(act['proposal_id'])['road'] === road] as const)
    share(figure, cases, { people: false, bodies: false })
  }
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  for (const [column, figure] of [
    ['questions', 'paperwork-questions'],
    ['minutes', 'paperwork-minutes'],
  ] as const) {
    const cases = inForce.flatMap(([body, at, act]) => {
      const value = request(act['proposal_id'])[column]
      return value === null ? [] : [[body, at, Number(value)] as const]
    })
    values(figure, '', cases, mean)
  }

  // Deliveries and answers.
  for (const [part, state] of [
    ['taken', 'acknowledged'],
    ['given-up', 'given-up'],
  ] as const) {
    const these = told.filter((one) => one['state'] === state)
    countOfPeople(
      'deliveries',
      these.map((one) => [String(one['agency_id']), month(one['created_at'])]),
      { part },
    )
  }
  const chased = told.filter((one) => one['chased_at'] !== null)
  countOfPeople(
    'overdue',
    chased.map((one) => [String(one['agency_id']), month(one['chased_at'])]),
  )
  const answers = told.flatMap((one) => {
    const [first] = outcomes
      .filter((said) => said['delivery_id'] === one['id'] && FINAL.includes(String(said['status'])))
      .sort((a, b) => Number(a['id']) - Number(b['id']))
    if (!first) return []
    const usual = versions.find((version) => version['agreement_id'] === one['agreement_id'])?.['usual_days']
    const took = (Date.parse(day(first['received_at'])) - Date.parse(day(one['settled_at']))) / 86_400_000
    const status = String(first['status'])
    return [{ body: String(one['agency_id']), at: month(first['received_at']), status, inTime: took <= Number(usual) }]
  })
  share(
    'answers-on-time',
    answers.map(({ body, at, inTime }) => [body, at, inTime] as const),
  )
  share(
    'match-rate',
    answers.map(({ body, at, status }) => [body, at, status !== 'no_record'] as const),
  )
  for (const part of FINAL) {
    const these = answers.filter(({ status }) => status === part)
    countOfPeople(
      'answers',
      these.map(({ body, at }) => [body, at]),
      { part },
    )
  }

  // The access log.
  countOfPeople(
    'access-records',
    arrivals.flatMap((one) =>
      Array.from({ length: Number(one['records']) }, (): Case => [String(one['agency_id']), monthOfDay(one['day'])]),
    ),
  )
  countOfPeople(
    'questions-asked',
    asked.map((one) => [String(one['agency_id']), month(one['asked_at'])]),
    { bodies: false },
  )
  const first = entries.filter((one) => one['kind'] === 'asked' && one['due'] !== null)
  const inTime = first.map((one): [...Case, boolean] => {
    const question = asked.find(({ id }) => id === one['question_id']) ?? {}
    const enough = [
      'answered',
      'name-given',
      'name-refused',
      ...(question['kind'] === 'complaint' ? ['acknowledged'] : []),
    ]
    const replies = entries.filter(
      (reply) => reply['question_id'] === one['question_id'] && enough.includes(String(reply['kind'])),
    )
    const yes = replies.some((reply) => day(reply['at']) <= String(one['due']))
    return [String(question['agency_id']), monthOfDay(one['due']), yes]
  })
  share('questions-in-time', inTime)
  const wasSealed = (id: unknown) => sealed.some((one) => one['record_id'] === id && one['visibility'] === 'sealed')
  const opened = releases.filter((one) => wasSealed(one['record_id']))
  countOfPeople(
    'sealed-opened',
    opened.map((one) => [String(one['controller_id']), month(one['released_at'])]),
  )
  const renewed = decisions.filter((one) => one['approved'] === true)
  countOfPeople(
    'sealed-renewed',
    renewed.map((one) => [
      String(renewals.find(({ id }) => id === one['renewal_id'])?.['agency_id']),
      month(one['decided_at']),
    ]),
  )
  for (const at of months) {
    const live = agencies.filter((one) => one['status'] === 'active' && one['state'] === 'approved')
    const reporting = live.filter((one) =>
      heard.some(
        (body) => body['agency_id'] === one['id'] && month(body['first_at']) <= at && month(body['last_at']) >= at,
      ),
    )
    say(at, 'coverage', '', '', rounded((100 * reporting.length) / live.length))
  }

  // The service.
  const happened = [
    ...reports.map((one) => ({ event: String(one['event_type']), at: month(one['submitted_at']), sent: true })),
    ...begun
      .filter((one) => one['corrects_report_id'] === null)
      .map((one) => ({ event: String(one['event_type']), at: month(one['started_at']), sent: false })),
  ]
  for (const at of months) {
    for (const part of ['', ...new Set(happened.map(({ event }) => event))]) {
      const these = happened.filter((one) => one.at === at && (part === '' || one.event === part))
      const [sent, all] = [these.filter((one) => one.sent).length, these.filter((one) => !one.sent).length]
      const few = all < 5 || (sent > 0 && sent < 5) || (all - sent > 0 && all - sent < 5)
      if (part === '' || these.length > 0) say(at, 'completion', part, '', few ? null : rounded((100 * sent) / all))
    }
  }
  share(
    'satisfaction',
    scores.flatMap((one) =>
      Array.from(
        { length: Number(one['answers']) },
        () => ['', monthOfDay(one['day']), Number(one['score']) >= 4] as const,
      ),
    ),
    { bodies: false },
  )
  for (const at of months) {
    for (const [figure, to] of [
      ['cost-per-transaction', 100],
      ['digital-take-up', 10],
    ] as const) {
      for (const body of ['', 'dvla']) {
        const last = given
          .filter((one) => one['figure'] === figure && one['agency_id'] === body && String(one['month']) <= at)
          .sort(
            (a, b) => String(a['month']).localeCompare(String(b['month'])) || time(a['given_at']) - time(b['given_at']),
          )
          .at(-1)
        say(at, figure, '', body, last ? rounded(Number(last['value']), to) : null)
      }
    }
  }
  return found
}

/** The value that so many lie under, between two of them where it falls there. */
function between(all: readonly number[], fraction: number): number {
  const sorted = all.toSorted((one, other) => one - other)
  const place = (sorted.length - 1) * fraction
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}
