import type { Catalogue } from '../../catalogue/catalogue.ts'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import type { AgreementEntry } from '../agreement-entry.ts'
import { factInWords, type Fact } from './fact.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** What a body that would ask says about itself; a citizen's complaint knows none of it. */
export type AskingTerms = Partial<Pick<AgreementEntry, 'purpose' | 'legal_basis' | 'power'>>

/** One agreement for a body and a fact, whoever holds it. */
export const askOnceId = (askerId: string, { type, field }: Fact) =>
  `${askerId}-once-${type}-${field.replaceAll('_', '-')}`.slice(0, 80).replace(/-+$/, '')

/** The terms of an agreement by which a body is told one fact that it would otherwise ask a citizen for. */
export function askOnceTerms(
  { askerId, holderId, fact }: { askerId: string; holderId: string; fact: Fact },
  given: AskingTerms = {},
  events?: Catalogue,
): AgreementEntry {
  const fields = findLifeEvent(fact.type, events)?.fields ?? {}
  return {
    ...{ id: askOnceId(askerId, fact), holder: holderId },
    purpose: {
      en: en.terms.purpose(factInWords(fact, 'en', events)),
      cy: cy.terms.purpose(factInWords(fact, 'cy', events)),
    },
    effect: { en: en.terms.effect, cy: cy.terms.effect },
    ...{ legal_basis: '6(1)(e)', power: '', irreversible: false, usual_days: 28 },
    matching: ['names', 'birth_date'].filter((name) => Object.hasOwn(fields, name)),
    events: [{ type: fact.type, fields: [fact.field] }],
    ...given,
  }
}
