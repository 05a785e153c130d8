import type { Replies, Step } from './body.ts'
import type { ToldFacts } from './facts.ts'
import { planWork, workOf, type Case, type Outcome, type Work } from './work.ts'
import type { PersonRecord } from './person-record.ts'

/** What a citizen did after an earlier token: the body acts on it by what it had made of that one. */
export function planFollowUp(
  told: Case,
  records: readonly PersonRecord[],
  earlier: Work | undefined,
): { work: Work; person?: PersonRecord | undefined } {
  const { facts, agreement } = told
  const replies = { ...usual, ...agreement.replies }
  if (facts.change === 'corrected') return planCorrection(told, records, replies)
  return { work: workOf(told, [replyTo(facts, earlier, replies)], earlier?.notBefore) }
}

const usual: Replies = {
  corrected: {
    en: 'We have put this right. Our records now say what you told us.',
    cy: 'Rydym wedi cywiro hyn. Mae ein cofnodion nawr yn dweud yr hyn a ddywedoch wrthym.',
  },
  withdrawn: {
    en: 'We have undone this. Our records are as they were before.',
    cy: 'Rydym wedi dadwneud hyn. Mae ein cofnodion fel yr oeddent o’r blaen.',
  },
  answered: {
    en: 'Thank you. We have what we need, and we have made the change.',
    cy: 'Diolch. Mae gennym yr hyn sydd ei angen arnom, ac rydym wedi gwneud y newid.',
  },
  accepted: {
    en: 'You accepted. You do not need to do anything else.',
    cy: 'Rydych wedi derbyn. Nid oes angen i chi wneud dim byd arall.',
  },
  declined: { en: 'You said no, so we stop here.', cy: 'Rydych wedi dweud na, felly rydym yn stopio yma.' },
}

const nothingToUndo = {
  en: 'We had changed nothing, so there is nothing to undo.',
  cy: 'Nid oeddem wedi newid dim, felly nid oes dim i’w ddadwneud.',
}

const notUnderstood = {
  en: 'We could not read an answer in what you sent. Tell us again, in a few words.',
  cy: 'Ni allem ddarllen ateb yn yr hyn a anfonoch. Rhowch wybod i ni eto, mewn ychydig eiriau.',
}

const noOffer = {
  en: 'We have made you no offer.',
  cy: 'Nid ydym wedi cynnig dim i chi.',
}

const DAYS_TO_ANSWER_AGAIN = 14

/** The same rules on the new facts; where the end is good, it says that it was put right. */
function planCorrection(told: Case, records: readonly PersonRecord[], { corrected }: Replies) {
  const { work, person } = planWork(told, records)
  const steps = work.steps.map((step) => {
    if (!('outcome' in step) || step.outcome.status !== 'done' || step.outcome.offer) return step
    return { ...step, outcome: { ...step.outcome, message: corrected } }
  })
  return { work: { ...work, steps }, person }
}

function replyTo({ change, answer = '' }: ToldFacts, earlier: Work | undefined, replies: Replies): Step {
  const done = (message: Step['message']): Step => ({ after: 'quickly', status: 'done', ...(message && { message }) })
  switch (change) {
    case 'withdrawn':
      return done(changedNothing(earlier) ? nothingToUndo : replies.withdrawn)
    case 'answered':
      return /\p{L}{2}|\d/u.test(answer) ? done(replies.answered) : askAgain()
    default:
      if (!outcomesOf(earlier).some(({ offer }) => offer)) return refuseOffer()
      return done(change === 'offer_accepted' ? replies.accepted : replies.declined)
  }
}

const askAgain = (): Step => ({
  after: 'quickly',
  status: 'needs_information',
  dueInDays: DAYS_TO_ANSWER_AGAIN,
  message: notUnderstood,
})

const refuseOffer = (): Step => ({ after: 'quickly', status: 'refused', reason: noOffer.en, message: noOffer })

const changedNothing = (earlier: Work | undefined) =>
  outcomesOf(earlier).every(({ status }) => ['received', 'no_record', 'refused'].includes(status))

const outcomesOf = (earlier: Work | undefined): Outcome[] =>
  (earlier?.steps ?? []).flatMap((step) => ('outcome' in step ? [step.outcome] : []))
