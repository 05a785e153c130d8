import type { RegisteredAgreement } from '../../agreements/agreement-store.ts'
import type { Review } from '../../agreements/proposals/review.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from './place.ts'

export type TypedReview = Record<'benefit' | 'shown' | 'evidence' | 'cost' | 'keep', string>

export const typedIn = (body: FormBody): TypedReview => ({
  benefit: textField(body, 'benefit'),
  shown: textField(body, 'shown'),
  evidence: textField(body, 'evidence'),
  cost: textField(body, 'cost'),
  keep: textField(body, 'keep'),
})

export const reviewIn = ({ benefit, shown, evidence, cost, keep }: TypedReview): Review => ({
  ...{ benefit, shown: shown === 'yes', cost, keep: keep === 'renew' ? 'renew' : 'end' },
  ...(evidence !== '' && { evidence }),
})

const LONGEST = 2000

export function mistakesIn(typed: TypedReview, { trial }: RegisteredAgreement, language: Language): FieldError[] {
  const { review: text, form } = words[language]
  const { benefit, shown, evidence, cost, keep } = typed
  const long = ([field, value]: [string, string]) => (value.length > LONGEST ? [{ field, message: form.tooLong }] : [])
  return [
    ...(benefit === '' ? [{ field: 'benefit', message: text.missing.benefit }] : []),
    ...(['yes', 'no'].includes(shown) ? [] : [{ field: 'shown', message: text.missing.shown }]),
    ...(evidence === '' || URL.parse(evidence)?.protocol === 'https:'
      ? []
      : [{ field: 'evidence', message: text.wrongEvidence }]),
    ...(cost === '' ? [{ field: 'cost', message: text.missing.cost }] : []),
    ...(Object.hasOwn(text.keeps, keep) ? [] : [{ field: 'keep', message: text.missing.keep }]),
    ...(trial && shown === 'no' && keep === 'renew' ? [{ field: 'keep', message: text.noBenefit }] : []),
    ...Object.entries(typed).flatMap(long),
  ]
}
