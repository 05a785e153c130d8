import { formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import type { Decision } from '../decisions/decision.ts'
import { said } from '../show-agreement.ts'
import type { Chain, Linked } from './chain-store.ts'
import { registerWords } from './words.ts'

/** Every decision, the newest first: what, who by role and body, when and why. */
export function historyInWords(
  decisions: readonly Decision[],
  names: ReadonlyMap<string, { name: Bilingual }>,
  language: Language,
) {
  const text = registerWords[language].history
  return decisions.map(({ act, role, agencyId, version, words, at }) => {
    const name = agencyId === null ? undefined : inLanguage(names.get(agencyId)?.name ?? { en: agencyId }, language)
    return {
      what: text.acts[act],
      who: name ? text.by(text.roles[role], name) : text.roles[role],
      when: formatDateTime(at, language),
      version: version === null ? undefined : text.version(version),
      why: words ? said(words, language) : undefined,
    }
  })
}

/** What an agreement rests on, and what rests on it. */
export function chainInWords({ above, below }: Chain, language: Language) {
  const linked = ({ id, agency, purpose }: Linked) => ({
    href: `/agreements/${id}`,
    text: registerWords[language].chain.one(inLanguage(agency, language), inLanguage(purpose, language)),
  })
  return { above: above.map(linked), below: below.map(linked) }
}
