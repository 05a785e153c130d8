import { z } from 'zod'
import { askedTwiceListed } from '../../asked-twice/machine-routes.ts'
import type { Operation } from './operation.ts'

const what = 'what citizens say that a body asked them for and another one holds'

/** How many citizens were asked for something twice. */
export const askedTwiceOperations: Operation[] = [
  {
    ...{ method: 'get', path: '/asked-twice.json', tag: 'Registers', id: 'getAskedTwice' },
    summary: `Count ${what}`,
    answers: {
      200: { description: 'The list', schema: z.object({ asked_twice: z.array(askedTwiceListed) }) },
    },
  },
  {
    ...{ method: 'get', path: '/asked-twice.csv', tag: 'Registers', id: 'getAskedTwiceTable' },
    summary: `The same as CSV: ${what}`,
    answers: { 200: { description: 'The list', schema: z.string(), mediaType: 'text/csv' } },
  },
]
