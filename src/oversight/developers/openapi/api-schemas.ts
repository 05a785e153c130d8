import { z } from 'zod'
import { listedActivity } from '../../../access-log/activities/listed-activity.ts'
import { traces } from '../../../access-log/intake/otlp/traces.ts'
import { submission } from '../../../access-log/intake/submission.ts'
import { questionSchemas } from '../../../access-log/questions/question-api.ts'
import { rightsSchemas } from '../../rights/rights-schemas.ts'
import { agencyInRegister, agreementInRegister } from '../../../agreements/register.ts'
import { lifeEvents } from '../../../catalogue/catalogue.ts'
import { outcome } from '../../../deliveries/outcome.ts'
import { pollRequest } from '../../../deliveries/poll-request.ts'
import { replayRequest } from '../../../deliveries/replay/replay-request.ts'
import { resyncRequest } from '../../../subscriptions/resync.ts'
import { streamRequest } from '../../../subscriptions/stream-request.ts'
import { statusRequest } from '../../../subscriptions/stream-status.ts'
import { algorithms } from '../../../vault/signing-keys.ts'
import { ReplayAnswer, ResyncAnswer } from './again-operations.ts'
import type { DocumentParts } from './document.ts'
import { eventToken, PollAnswer, SetError } from './event-schemas.ts'
import { EventPage, EventState } from './feed-operations.ts'
import { Status, Stream, SubjectRequest, VerificationRequest } from './stream-schemas.ts'
import { AccessToken, TokenError, TokenRequest } from './token-schemas.ts'

/** Every schema with a name in the document. What doors parse with is theirs; the rest says what they answer. */
export const apiSchemas = ({ allowLoopback, events = lifeEvents }: DocumentParts) => {
  const stream = streamRequest({ allowLoopback, algorithms })
  return {
    StreamRequest: stream,
    StreamChange: stream.required({ stream_id: true }),
    Stream,
    StatusRequest: statusRequest,
    Status,
    SubjectRequest,
    VerificationRequest,
    PollRequest: pollRequest,
    PollAnswer,
    EventToken: eventToken(events.map(({ type }) => type)),
    SetError,
    EventPage,
    EventState,
    ReplayRequest: replayRequest,
    ReplayAnswer,
    ResyncRequest: resyncRequest,
    ResyncAnswer,
    Outcome: outcome,
    ...ofRecords,
    ...questionSchemas,
    ...rightsSchemas,
    TokenRequest,
    AccessToken,
    TokenError,
    Problem,
    Agency: agencyInRegister,
    Agreement: agreementInRegister,
    Activity: listedActivity,
    JsonSchema: z.looseObject({
      $schema: z.url(),
      $id: z.url(),
      title: z.string().optional(),
      type: z.literal('object'),
    }),
    KeySet: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) }),
  } satisfies Record<string, z.ZodType>
}

const fieldProblems = z.array(z.object({ field: z.string(), message: z.string() }))

const AccessResults = z.object({
  results: z.array(
    z.object({
      record_id: z.string().nullable().meta({ description: 'Null when it could not be read' }),
      result: z.enum(['recorded', 'duplicate', 'conflict', 'refused']),
      flags: z
        .array(z.enum(['other-categories', 'not-yet-begun', 'ended', 'clock-ahead']))
        .meta({ description: 'Of a record that is kept: what about it looks wrong' })
        .optional(),
      errors: fieldProblems.optional(),
    }),
  ),
})

const ofRecords = { AccessRecord: submission, AccessResults, Traces: traces }

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: fieldProblems.optional(),
})
