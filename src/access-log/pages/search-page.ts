import type { Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import type { PageData } from '../../web/page.ts'
import { registeredActivities } from '../activities/activity-store.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { aboutEntries } from './about-entries.ts'
import { findActivities, findBodies } from './body-store.ts'
import { countCutOff, dayGroups } from './day-groups.ts'
import type { Reading } from './list-page.ts'
import { pageOfEntries } from './page-of-entries.ts'
import { readWords, whereFound } from './search.ts'

const words = { en, cy }

/** The form, and what was found once it was sent; a page of it leads on by the same form. */
export async function searchPage(reading: Reading, body: unknown, language: Language): Promise<PageData> {
  const text = words[language].search
  const typed = textField(body, 'words')
  const page = { title: text.title, words: text, list: words[language].list, typed, backLink: '/access' }
  if (body === undefined) return page
  const read = readWords(typed)
  if (read.kind === 'words') return { ...page, ...(await search(reading, read.words, body, language)) }
  const message = read.kind === 'blank' ? text.missing : text.tooLong
  return { ...page, errors: [{ field: 'words', message }] }
}

async function search({ tx, subjects, events }: Reading, wanted: string[], body: unknown, language: Language) {
  const { bodies: names } = await aboutEntries(tx, subjects, [])
  const ids = await findBodies(tx, subjects)
  const known = await registeredActivities(tx, await findActivities(tx, subjects), events)
  const searchable = {
    bodies: [...names].map(([id, name]) => ({ id, name })).concat(nameless(ids, names)),
    activities: [...known].map(([uri, { purpose }]) => ({ uri, purpose })),
  }
  const filter = { words: wanted.map((word) => whereFound(word, searchable)) }
  const page = await pageOfEntries(tx, subjects, filter, body)
  const counts = await countCutOff(tx, subjects, filter, page)
  const about = await aboutEntries(tx, subjects, page.entries, events)
  return {
    found: words[language].search.found(textField(body, 'words')),
    days: dayGroups(page.entries, counts, about, language),
    ...{ newer: page.newer?.newer, older: page.older?.older },
  }
}

/** A body that takes part no more is known by its id. */
const nameless = (ids: readonly string[], names: ReadonlyMap<string, unknown>) =>
  ids.filter((id) => !names.has(id)).map((id) => ({ id, name: { en: id } }))
