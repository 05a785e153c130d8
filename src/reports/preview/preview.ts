import { createHash } from 'node:crypto'
import type { Facts, LifeEvent } from '../../catalogue/life-event.ts'
import { reporterFields } from '../../catalogue/reporter.ts'
import { whoWillBeTold, type Preview as WhoIsTold, type Told as ToldBy } from '../../subscriptions/who-will-be-told.ts'
import { bodyChoicesOf } from './body-choices.ts'
import { emptyDraft } from '../drafts/draft.ts'
import type { EarlierReport } from '../somebody-else/earlier-report.ts'
import type { OpenJourney } from '../journey/open-journey.ts'
import { fieldsLeftOut } from './redaction.ts'
import { whenTold, type Sending, type WhenTold } from './when-told.ts'

/** One body, under one agreement. */
export interface ToldBody extends ToldBy {
  when: WhenTold
  /** Names of fields that it is not told, whether or not they have a value. */
  redacted: readonly string[]
}

/** What would be sent, to whom, as of now. */
export interface Preview extends WhoIsTold {
  told: ToldBody[]
  /** Of those not told: who would be, if the citizen did not leave out all that there is to tell. */
  emptied: ToldBody[]
  /** Whom an earlier report of the same matter tells: they are not told again. */
  toldBefore: ToldBody[]
  earlier?: EarlierReport | undefined
  facts: Facts
  areas: readonly string[]
  /** Stands for all of it: a report is sent only as it was seen. */
  seen: string
}

export type Choices = Readonly<Record<string, 'yes' | 'no'>>

export function previewOf({ journey, recipients, age, draft, earlier }: OpenJourney, sending: Sending): Preview {
  const { event, given, known } = journey
  const facts = event.facts(given, known)
  const safety = event.safety(given)
  const { timing, redacted } = bodyChoicesOf(draft ?? emptyDraft)
  const leftOut = ({ fields, agreement }: ToldBy['recipient']) =>
    fieldsLeftOut(fields, { event, safety, chosen: redacted[agreement.id] ?? [] })
  const { told, notTold } = whoWillBeTold(recipients, facts, {
    ...{ eventType: event.type, age, leftOut },
    aboutOther: event.about !== undefined,
  })
  const bodyOf = (each: ToldBy): ToldBody => ({
    ...each,
    redacted: leftOut(each.recipient),
    when: whenTold(each.recipient.agreement, timing[each.recipient.agreement.id], { ...sending, event }),
  })
  const bodies = told.map(bodyOf)
  const silent = notTold.filter((each) => each.reason === 'nothing')
  const emptied = silent.filter((each) => isEmptied(each, event)).map(bodyOf)
  const isToldBefore = ({ recipient }: ToldBody) => earlier?.tells.includes(recipient.agreement.id) ?? false
  const { told: before = [], other = [] } = Object.groupBy(bodies, (body) => (isToldBefore(body) ? 'told' : 'other'))
  const preview = { told: other, emptied, toldBefore: before, earlier, notTold, facts }
  return { ...preview, areas: event.areas(given, known), seen: fingerprint(preview) }
}

/** By the citizen: what says something of the household is left out in any case. */
const isEmptied = ({ leftOut }: ToldBy, { fields }: Pick<LifeEvent, 'fields'>) =>
  leftOut.some((name) => !fields[name]?.household && !Object.hasOwn(reporterFields, name))

/** Where an earlier report tells them all, this one still stands beside it. */
export const tellsNobody = ({ told, earlier }: Preview) => told.length === 0 && !earlier

/** Bodies that the citizen must still say yes or no to. */
export const unchosen = ({ told }: Preview, choices: Choices) =>
  told.filter(({ recipient }) => isOptional(recipient) && !choices[recipient.agreement.id])

export const isOptional = ({ agreement }: ToldBody['recipient']) => agreement.choice === 'optional'

/** Of a time only its kind and its day count: how long ago the page was opened changes nothing that was seen. */
function fingerprint(preview: Omit<Preview, 'areas' | 'seen'>): string {
  const { told, toldBefore, earlier, notTold, facts } = preview
  const bodies = told.map(({ recipient: { agreement }, when, redacted }) => {
    return [agreement.id, agreement.version, when.kind, 'date' in when && when.date, redacted]
  })
  const others = notTold.map(({ recipient: { agreement }, reason }) => [agreement.id, agreement.version, reason])
  const before = earlier && toldBefore.map(({ recipient: { agreement } }) => agreement.id)
  return createHash('sha256')
    .update(JSON.stringify([facts, bodies, others, before]))
    .digest('base64url')
}
