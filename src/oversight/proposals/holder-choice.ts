import { listAgencies } from '../../agencies/agency-store.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { words } from './place.ts'

/** Who may hold what is asked for: what citizens report here, or what another body that takes part has. */
export async function holderChoices(db: Db, { own, chosen }: { own: string; chosen: string }, language: Language) {
  const bodies = (await listAgencies(db)).filter(({ id, state }) => id !== own && state === 'approved')
  return [
    { value: '', text: words[language].form.noHolder, selected: chosen === '' },
    ...bodies.map(({ id, name }) => ({ value: id, text: inLanguage(name, language), selected: chosen === id })),
  ]
}
