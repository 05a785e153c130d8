import type { Agency } from '../agencies/agency.ts'
import { versionPath, type Agreement } from '../agreements/agreement.ts'
import { powerLink } from '../agreements/power.ts'
import { said, type Said } from '../agreements/show-agreement.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import { numberNames } from '../catalogue/matching-numbers.ts'
import { findCouncil } from '../places/councils.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import type { FieldError } from '../web/page.ts'
import { words } from './content/words.ts'
import { paths } from './paths.ts'
import { isOptional, type Choices, type Preview } from './preview.ts'
import { errorsByField } from './question-page.ts'

type Told = Preview['told'][number]

interface Around {
  event: LifeEvent
  choices: Choices
  errors: readonly FieldError[]
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
    }
  })
}

export const choiceField = (agreementId: string) => `choice-${agreementId}`

/** Also of an agreement that has ended since the page was made. */
export const isChoiceField = (name: string) => name.startsWith(choiceField(''))

export const nameOf = ({ agency }: Told['recipient'], language: Language) => inLanguage(agency.name, language)

/** Bodies that one might expect to be told and that are not, with the reason. */
export function notToldLines(
  { told, notTold, areas }: Preview,
  agencies: readonly Agency[],
  language: Language,
): string[] {
  const text = words[language].whoWillBeTold
  const reached = [...told, ...notTold].map(({ recipient }) => recipient.agency.id)
  const served = agencies.filter(({ id }) => reached.includes(id)).flatMap((agency) => agency.areas ?? [])
  const councils = areas.filter((code) => !served.includes(code)).flatMap((code) => findCouncil(code) ?? [])
  return [
    ...notTold.map(({ recipient }) =>
      text.notToldAge(nameOf(recipient, language), recipient.agreement.minimumAge ?? 0),
    ),
    ...councils.map(({ name }) => text.notToldCouncil(inLanguage(name, language))),
  ]
}

function cardOf(told: Told, { event, choices, errors, language }: Around) {
  const { agreement, agency } = told.recipient
  const text = words[language].whoWillBeTold
  const field = choiceField(agreement.id)
  return {
    purpose: said(agreement.purpose, language),
    rows: rowsOf(told, event, language),
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

interface ShownRow {
  key: string
  lines: Said[]
  bullets?: true
  href?: string
  /** Text of the link; the line itself unless given. */
  link?: string
}

function rowsOf(told: Told, event: LifeEvent, language: Language): ShownRow[] {
  const text = words[language].whoWillBeTold
  const { agreement } = told.recipient
  return [
    factsRow(told, event, language),
    powerRow(agreement, language),
    { key: text.effect, lines: [said(agreement.effect, language)] },
    { key: text.usual, lines: [{ text: text.usualDays(agreement.usualDays) }] },
    findingRow(told, event, language),
    { key: text.choice, lines: [{ text: isOptional(told.recipient) ? text.chooseBelow : text.required }] },
  ]
}

/** Each field with the very value that is sent. */
function factsRow({ facts }: Told, event: LifeEvent, language: Language): ShownRow {
  const lines = Object.entries(facts).flatMap(([name, value]) => {
    const field = event.fields[name]
    return field ? [{ text: `${field.label[language]}: ${field.show(value, language).join(', ')}` }] : []
  })
  return { key: words[language].whoWillBeTold.what, lines, bullets: true }
}

/** The law by its name where it has one, and where to read it. */
function powerRow({ power, powerName }: Agreement, language: Language): ShownRow {
  const text = words[language].whoWillBeTold
  const href = powerLink(power)
  const name = powerName ? [said(powerName, language)] : href ? [] : [{ text: power }]
  return { key: text.power, lines: name, ...(href && { href, link: text.legislation }) }
}

function findingRow({ canFind, recipient }: Told, event: LifeEvent, language: Language): ShownRow {
  const text = words[language].whoWillBeTold
  if (canFind) return { key: text.finding, lines: [{ text: text.canFind }] }
  const missing = numberNames.filter((name) => recipient.agreement.matching.includes(name))
  const labels = missing.map((name) => event.fields[name]?.label[language] ?? name)
  const lines = [{ text: text.cannotFind(words[language].list(labels)) }]
  return { key: text.finding, lines, href: paths.question(event.type, 'numbers'), link: text.giveNumber }
}
