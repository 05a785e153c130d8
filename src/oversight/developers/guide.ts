import { en } from './content/en.ts'

/** The pages of the guide in the order in which they are read; their words are in `content`. */
export const guidePages = Object.keys(en.pages) as GuidePage[]

export type GuidePage = keyof typeof en.pages

export const guidePath = (page: GuidePage) => `/developers/${page}`

/** Files in `examples/` that a section of a page shows, by page and section. A test runs each of them. */
export const examplesOf: {
  [Page in GuidePage]?: { [Section in keyof (typeof en.pages)[Page]['sections']]?: string[] }
} = {
  joining: { key: ['make-key.mjs'], form: ['get-schema.sh'] },
  tokens: { get: ['get-token.sh', 'get-token.mjs'] },
  streams: {
    poll: ['make-poll-stream.sh'],
    polling: ['poll.sh', 'acknowledge.sh', 'poll.mjs'],
    push: ['make-push-stream.sh'],
    proof: ['receive.mjs'],
    verify: ['verify-stream.sh'],
    pause: ['pause-stream.sh'],
    interest: ['add-subject.sh'],
  },
  checking: { check: ['check-token.mjs'], inside: ['event.json'] },
  outcomes: { send: ['send-outcome.sh', 'send-outcome.mjs'], ask: ['ask-for-more.sh'] },
  changes: { kinds: ['withdrawal.json'], apply: ['apply-changes.mjs'] },
  feed: { read: ['read-events.sh'], state: ['read-state.sh'], again: ['replay.sh'], afresh: ['resync.sh'] },
  'access-records': { send: ['report-access.sh'] },
  errors: { form: ['error.json'] },
}
