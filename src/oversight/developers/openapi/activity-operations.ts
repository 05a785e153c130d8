import { z } from 'zod'
import { listedActivity } from '../../../access-log/activities/listed-activity.ts'
import { pathParameter, type Operation } from './operation.ts'

const BulkUse = z.object({
  ...{ record_id: z.uuid(), body: z.string(), registered_at: z.iso.datetime(), count: z.int() },
  ...{ occurred_start: z.iso.datetime(), occurred_end: z.iso.datetime(), access_type: z.string() },
  ...{ activity_id: z.string(), data_categories: z.array(z.string()), void: z.boolean() },
  supersedes: z.uuid().optional(),
})

const Certificate = z.object({
  ...{ id: z.uuid(), month: z.string(), records: z.int(), keys: z.int(), deleted_at: z.iso.datetime() },
  note: z.string().meta({ description: 'Signed by the key of the public log (C2SP signed note)' }),
})

/** What is public about what bodies use data for. */
export const activityOperations: Operation[] = [
  {
    ...{ method: 'get', path: '/activities.json', tag: 'Registers', id: 'getActivities' },
    summary: 'List processing activities, each in its latest version',
    description: 'Those of the register of activities, and every agreement, which is an activity too.',
    answers: { 200: { description: 'The list', schema: z.object({ activities: z.array(listedActivity) }) } },
  },
  {
    ...{ method: 'get', path: '/activities/:agency/:id/versions/:version.json', tag: 'Registers', id: 'getActivity' },
    summary: 'Get one version of a processing activity',
    parameters: [
      pathParameter('agency', 'Id of the body'),
      pathParameter('id', 'Id of the activity'),
      pathParameter('version', 'From 1'),
    ],
    answers: { 200: { description: 'It never changes, but for its state', schema: 'Activity' } },
  },
  {
    ...{ method: 'get', path: '/activities/bulk-uses.json', tag: 'Registers', id: 'getBulkUses' },
    summary: 'List the newest uses of data about many people at once',
    answers: { 200: { description: 'The list', schema: z.object({ bulk_uses: z.array(BulkUse) }) } },
  },
  {
    ...{ method: 'get', path: '/retention.json', tag: 'Registers', id: 'getRetention' },
    summary: 'List what of the access log has been deleted, with signed certificates',
    answers: { 200: { description: 'The list', schema: z.object({ certificates: z.array(Certificate) }) } },
  },
]
