import { findAgency } from '../../agencies/agency-store.ts'
import { clusters, type Agency } from '../../agencies/agency.ts'
import { findBodies } from '../../agencies/directory-store.ts'
import type { Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import { searchWords } from '../../shared/search-words.ts'
import { textField } from '../../web/form.ts'
import { said, words as agreementWords } from '../show-agreement.ts'
import { directoryWords } from './words.ts'

// So many that few lists have a second page, and an address such as /agencies#dvla leads where it always did.
const PAGE = 200

/** The bodies that take part, or those that a reader looks for. @throws Refusal `gone` for no place in the list. */
export async function directoryPage(db: Db, query: unknown, language: Language) {
  const typed = textField(query, 'words').slice(0, 200)
  const cluster = clusters.find((one) => one === textField(query, 'cluster'))
  const after = textField(query, 'after')
  if (after !== '' && !(await findAgency(db, after))) throw new Refusal('gone', 'There is no such place in the list')
  const asked = { words: searchWords(typed, ':*'), cluster, ...(after !== '' && { after }) }
  const found = await findBodies(db, { ...asked, limit: PAGE + 1 })
  const bodies = found.slice(0, PAGE)
  const { list: text } = directoryWords[language]
  const { clusters: names, illustration, illustrations } = agreementWords[language]
  const queryOf = (more: Record<string, string>) =>
    new URLSearchParams({ ...(typed && { words: typed }), ...(cluster && { cluster }), ...more }).toString()
  const last = bodies.at(-1)
  return {
    ...{ title: text.title, text, terms: { illustration, illustrations }, typed, filtered: typed !== '' || !!cluster },
    choices: [
      { value: '', text: text.all },
      ...clusters.map((value) => ({ value, text: names[value], selected: value === cluster })),
    ],
    groups: clusters
      .map((one) => ({
        title: names[one],
        bodies: bodies.filter((body) => body.cluster === one).map(shownIn(language)),
      }))
      .filter((group) => group.bodies.length > 0),
    illustrated: bodies.some((body) => body.illustration),
    next: found.length > PAGE && last ? `/agencies?${queryOf({ after: last.id })}` : undefined,
    first: after === '' ? undefined : `/agencies?${queryOf({})}`,
  }
}

const shownIn =
  (language: Language) =>
  ({ id, name, areas, active, illustration }: Agency) => ({
    ...{ id, illustration, suspended: !active, href: `/agencies/${id}`, name: said(name, language) },
    serves: areas === null ? directoryWords[language].body.everywhere : directoryWords[language].body.someAreas,
  })
