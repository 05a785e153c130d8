import type { Agency } from '../../agencies/agency.ts'
import { versionPath } from '../../agreements/agreement.ts'
import { contactWays } from '../../agreements/contact-ways.ts'
import { said } from '../../agreements/show-agreement.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { previewWords } from '../content/preview-words.ts'
import { isOptional, type Choices, type Preview, type ToldBody } from './preview.ts'
import { rowsOf, type ShownRow } from './preview-rows.ts'
import { errorsByField } from '../journey/question-page.ts'

export interface Around {
  event: LifeEvent
  agencies: readonly Agency[]
  choices: Choices
  errors: readonly FieldError[]
  safety: boolean
  coolingOffHours: number
  /** So many bodies that a page with all there is to say of each is too long to read. */
  many: boolean
  language: Language
}

/** The bodies in their order, each with what it is told under each of its agreements. */
export function bodiesOf({ told }: Preview, around: Around) {
  const ids = [...new Set(told.map(({ recipient }) => recipient.agency.id))]
  return ids.map((id) => {
    const own = told.filter(({ recipient }) => recipient.agency.id === id)
    const [first] = own
    return {
      id,
      name: first && said(first.recipient.agency.name, around.language),
      cards: own.map((each) => cardOf(each, around)),
      otherWays: first && otherWaysTo(first, around),
    }
  })
}

export const choiceField = (agreementId: string) => `choice-${agreementId}`

/** Also of an agreement that has ended since the page was made. */
export const isChoiceField = (name: string) => name.startsWith(choiceField(''))

export const nameOf = ({ agency }: { agency: { name: Bilingual } }, language: Language) =>
  inLanguage(agency.name, language)

function cardOf(told: ToldBody, around: Around) {
  const { agreement, agency } = told.recipient
  const { choices, errors, language } = around
  const text = previewWords[language].whoWillBeTold
  const field = choiceField(agreement.id)
  return {
    id: cardId(agreement.id),
    purpose: said(agreement.purpose, language),
    ...inCard(rowsOf(told, around), around),
    agreementPath: versionPath(agreement),
    ...(isOptional(told.recipient) && {
      choice: {
        name: field,
        legend: text.choose(inLanguage(agency.name, language), inLanguage(agreement.purpose, language)),
        value: choices[agreement.id],
        error: errorsByField(errors)[field],
      },
    }),
  }
}

/** With the rows that a fold below it takes, where there are many cards. */
function inCard(rows: ShownRow[], { many }: Around) {
  const isBelow = ({ aside }: ShownRow) => many && aside === true
  return { rows: rows.filter((row) => !isBelow(row)), more: rows.filter(isBelow) }
}

/** Where a page about one body leads back to. */
export const cardId = (agreementId: string) => `agreement-${agreementId}`

function otherWaysTo({ recipient }: ToldBody, { agencies, language }: Around) {
  const agency = agencies.find(({ id }) => id === recipient.agency.id)
  const ways = agency ? contactWays(agency.contact, language) : []
  const summary = previewWords[language].whoWillBeTold.otherWays(nameOf(recipient, language))
  return ways.length > 0 ? { summary, ways } : undefined
}
