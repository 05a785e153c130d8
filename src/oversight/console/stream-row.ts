import type { Language } from '../../shared/language.ts'
import type { StreamLoad } from './load-store.ts'
import { waitingTime } from './waiting-time.ts'
import { consoleWords } from './words.ts'

const COLOURS = { enabled: 'green', paused: 'yellow', disabled: 'grey' }

/** A stream as every table of the console shows it. */
export function streamRow(load: StreamLoad, index: number, { now, language }: { now: Date; language: Language }) {
  const { streams: words, overview } = consoleWords[language]
  return {
    href: `/agency/streams/${load.id}`,
    name: load.description ?? words.nameless(index + 1),
    how: words.methods[load.method],
    state: words.states[load.status],
    classes: `govuk-tag--${COLOURS[load.status]}`,
    waiting: load.waiting,
    oldest: load.oldest ? waitingTime(load.oldest, now, language) : overview.nothing,
  }
}
