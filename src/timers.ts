import { dropOldMonths, makeMonths } from './access-log/growth/retain.ts'
import { mindQuestions } from './access-log/questions/mind-questions.ts'
import { sendMonthlySummaries, sendWeeklySummaries, tellOfAccess } from './access-log/wholeness/tell-of-access.ts'
import { watchCoverage } from './access-log/wholeness/watch-coverage.ts'
import { publishCounts } from './access-log/sealed/count-store.ts'
import { releaseSealed } from './access-log/sealed/release-sealed.ts'
import { mindFindings } from './agreements/concerns/mind-findings.ts'
import { weighConcerns } from './agreements/concerns/weigh-concerns.ts'
import { enactProposals } from './agreements/proposals/enact-proposals.ts'
import { mindClocks } from './agreements/proposals/mind-clocks.ts'
import { mindReviews } from './agreements/proposals/mind-reviews.ts'
import { mindRights } from './oversight/rights/mind-rights.ts'
import { chaseOverdue } from './deliveries/chase.ts'
import { giveUpUntaken } from './deliveries/give-up.ts'
import { prune } from './deliveries/housekeeping-store.ts'
import { mindStreams } from './deliveries/health/mind-streams.ts'
import { remindOfHeld } from './deliveries/remind-of-held.ts'
import { remindOfInbox } from './deliveries/remind-of-inbox.ts'
import { giveUpRedeliveries } from './deliveries/replay/settle-redeliveries-store.ts'
import { openRequests } from './oversight/asked-twice/open-requests.ts'
import type { Timer } from './notices/timer.ts'
import { renewMaintenance } from './subscriptions/renew-maintenance.ts'
import { warnOfEndingDrafts } from './reports/drafts/warn-of-drafts.ts'
import { countRunningMonth, makeFigures } from './oversight/performance/make-figures.ts'
import { sampleDue } from './deliveries/metrics/write-samples.ts'
import { forgetOldNotices } from './notices/worker.ts'
import type { SignerKey } from './merkle-log/note-key.ts'
import type { Logger } from './shared/log.ts'

export interface TimerParts {
  logger: Logger
  /** Certifies which months of the access log were dropped. */
  logKey: SignerKey
}

/**
 * What each room does every so often, in one list. What is due at its own time (a delivery, a notice, a report's
 * not-before) has no timer: it is a row with that time, and whoever works looks for it.
 */
export function timersOfRooms({ logger, logKey }: TimerParts): Timer[] {
  return [
    // In the morning: somebody reads it and still has the day.
    { name: 'warn-of-ending-drafts', at: '0 9 * * *', run: warnOfEndingDrafts },
    { name: 'remind-of-inbox', at: '30 8 * * *', run: remindOfInbox },
    { name: 'open-sealed-records', at: EVERY_MINUTE, run: releaseSealed },
    { name: 'publish-counts', at: '30 3 * * *', run: publishCounts },
    { name: 'mind-questions', at: '45 8 * * *', run: mindQuestions },
    { name: 'mind-rights', at: '50 8 * * *', run: mindRights },
    { name: 'chase-overdue-answers', at: '30 9 * * *', run: chaseOverdue },
    { name: 'remind-of-held-bodies', at: '0 10 * * *', run: remindOfHeld },
    // Whoever approved one looks at it a minute or two later.
    { name: 'enact-proposals', at: EVERY_MINUTE, run: enactProposals },
    { name: 'weigh-concerns', at: EVERY_MINUTE, run: weighConcerns },
    { name: 'open-ask-once-requests', at: '*/10 * * * *', run: openRequests },
    { name: 'mind-findings', at: '40 8 * * *', run: mindFindings },
    { name: 'mind-request-clocks', at: '15 9 * * *', run: mindClocks },
    // As soon as the day has begun on which it has lapsed.
    { name: 'mind-agreement-reviews', at: '5 0 * * *', run: mindReviews },
    { name: 'give-up-untaken', at: EVERY_MINUTE, run: (db, now) => giveUpUntaken({ db, logger }, now) },
    { name: 'give-up-redeliveries', at: EVERY_MINUTE, run: giveUpRedeliveries },
    { name: 'mind-streams', at: '*/10 * * * *', run: mindStreams },
    { name: 'renew-maintenance', at: EVERY_MINUTE, run: renewMaintenance },
    { name: 'forget-expired', at: EVERY_MINUTE, run: prune },
    { name: 'tell-of-access', at: EVERY_MINUTE, run: tellOfAccess },
    { name: 'weekly-access-summaries', at: '0 9 * * 1', run: sendWeeklySummaries },
    { name: 'monthly-access-summaries', at: '0 9 1 * *', run: sendMonthlySummaries },
    // A gap that stands shows within the hour.
    { name: 'watch-coverage', at: '*/10 * * * *', run: watchCoverage },
    { name: 'sample-due', at: EVERY_MINUTE, run: sampleDue },
    // On the first of a month there is one to make; on any other day only what was missed.
    { name: 'make-figures', at: '5 0 * * *', run: makeFigures },
    // Once an hour; on a machine that has just been set up, at once.
    { name: 'count-running-month', at: EVERY_MINUTE, run: countRunningMonth },
    { name: 'make-months', at: '10 2 * * *', run: makeMonths },
    { name: 'drop-old-months', at: '20 2 * * *', run: (db, now) => dropOldMonths({ db, key: logKey }, now) },
    forgetOldNotices,
  ]
}

const EVERY_MINUTE = '* * * * *'
