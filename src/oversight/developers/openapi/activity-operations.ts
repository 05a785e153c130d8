import { z } from 'zod'
import { listedActivity } from '../../../access-log/activities/listed-activity.ts'
import { pathParameter, type Operation } from './operation.ts'

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
]
