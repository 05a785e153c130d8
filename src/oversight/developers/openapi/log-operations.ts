import { z } from 'zod'
import { pathParameter, type Operation } from './operation.ts'

/** The public log over all access records (C2SP tlog-tiles), which anyone may read and check. */
export const logOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'get', path: '/log/checkpoint', tag: 'Public log', id: 'getCheckpoint' },
    summary: 'Get how large the log is, signed',
    description: `C2SP tlog-checkpoint, with the cosignatures of witnesses. The same in words: ${baseUrl}/log`,
    answers: { 200: { description: 'The checkpoint', ...TEXT } },
  },
  {
    ...{ method: 'get', path: '/log/tile/*path', tag: 'Public log', id: 'getTile' },
    summary: 'Get a tile of hashes, or a bundle of entries',
    description: 'C2SP tlog-tiles, height 8. What is once served stays as it is.',
    parameters: [pathParameter('path', '<L>/<N>, or entries/<N>, with .p/<W> where it is not full')],
    answers: { 200: { description: 'The bytes', schema: z.string(), mediaType: 'application/octet-stream' } },
  },
  keyOperation('/log/vkey', 'getLogKey', 'Get the verifier key of the log'),
  keyOperation('/log/witnesses', 'getWitnessKeys', 'Get the verifier keys of its witnesses, one a line'),
]

const TEXT = { schema: z.string(), mediaType: 'text/plain' }

function keyOperation(path: string, id: string, summary: string): Operation {
  return {
    method: 'get',
    path,
    tag: 'Public log',
    id,
    summary,
    answers: { 200: { description: 'C2SP signed-note', ...TEXT } },
  }
}
