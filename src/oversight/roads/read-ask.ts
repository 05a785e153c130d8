import type { Catalogue } from '../../catalogue/catalogue.ts'
import { askOnceTerms } from '../../agreements/roads/ask-once.ts'
import { findFact } from '../../agreements/roads/fact.ts'
import type { AgreementEntry } from '../../agreements/agreement-entry.ts'
import { powerProblem } from '../../agreements/power.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { minutesIn, words } from './words.ts'

export const ASK_FIELDS = ['fact', 'holder', 'purpose', 'purpose-cy', 'basis', 'power', 'minutes'] as const

export type Typed = Record<(typeof ASK_FIELDS)[number], string>

/** What was typed; every field is one of text. */
export const typedIn = (body: FormBody) =>
  Object.fromEntries(ASK_FIELDS.map((name) => [name, textField(body, name)])) as Typed

/** A request that citizens opened, as the form shows it first. */
export const typedOf = ({ terms, fact }: { terms: AgreementEntry; fact: string }): Typed => ({
  ...{ fact, holder: terms.holder ?? '', purpose: terms.purpose.en, 'purpose-cy': terms.purpose.cy ?? '' },
  ...{ basis: terms.legal_basis, power: terms.power, minutes: '' },
})

interface Around {
  /** The body that asks. */
  askerId: string
  /** Ids of bodies that may be asked. */
  holders: readonly string[]
  events: Catalogue
}

export type AskReading = { terms: AgreementEntry; minutes: number } | { errors: FieldError[] }

/** The terms of the request; or every mistake in the form. */
export function readAsk(typed: Typed, { askerId, holders, events }: Around, language: Language): AskReading {
  const fact = findFact(typed.fact, events)
  const minutes = minutesIn(typed.minutes)
  const errors = mistakesIn(typed, { askerId, holders, known: fact !== undefined }, language)
  if (minutes === undefined) errors.push({ field: 'minutes', message: words[language].wrongMinutes })
  if (errors.length > 0 || !fact || minutes === undefined) return { errors }
  const given = {
    purpose: { en: typed.purpose, cy: typed['purpose-cy'] },
    ...{ legal_basis: typed.basis, power: typed.power },
  }
  return { terms: askOnceTerms({ askerId, holderId: typed.holder, fact }, given, events), minutes }
}

const LONGEST = 499

interface Known {
  askerId: string
  holders: readonly string[]
  /** The fact is one that may be asked for. */
  known: boolean
}

function mistakesIn(typed: Typed, { askerId, holders, known }: Known, language: Language): FieldError[] {
  const text = words[language].ask
  const { holder, basis, power } = typed
  const line = (field: keyof Typed, missing: string) => {
    const message = typed[field] === '' ? missing : typed[field].length > LONGEST ? text.tooLong : undefined
    return message === undefined ? [] : [{ field, message }]
  }
  return [
    ...(known ? [] : [{ field: 'fact', message: text.missingFact }]),
    ...(holder === askerId ? [{ field: 'holder', message: text.ownHolder }] : []),
    ...(holder === askerId || holders.includes(holder) ? [] : [{ field: 'holder', message: text.missingHolder }]),
    ...line('purpose', text.missingPurpose),
    ...line('purpose-cy', text.missingPurposeCy),
    ...(Object.hasOwn(text.bases, basis) ? [] : [{ field: 'basis', message: text.missingBasis }]),
    ...line('power', text.missingPower),
    ...(power !== '' && powerProblem(power) ? [{ field: 'power', message: text.wrongPower }] : []),
  ]
}
