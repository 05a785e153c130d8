import { answerTo } from '../../catalogue/answers.ts'
import type { ListQuestion, Question } from '../../catalogue/question.ts'
import type { Language } from '../../shared/language.ts'
import { words } from '../content/words.ts'
import type { Journey, Step } from './journey.ts'
import { show } from '../kinds/kinds.ts'
import type { Item } from '../kinds/list.ts'
import { showPart } from '../kinds/parts.ts'
import { paths } from '../paths.ts'

/** A question and what was answered to it. */
export interface Row {
  label: string
  lines: string[]
  /** Where the answer can be changed, if it can. */
  change?: string
  /** Where it comes from when it was not asked: an earlier report, GOV.UK One Login, or a registrar. */
  source?: 'held' | 'verified' | 'registrar'
}

/** One of a list, with what is known of it. */
export interface Card {
  title: string
  rows: Row[]
  change: string
  remove: string
}

/** Some rows, and the items of the list that the last of them is about. */
export interface Block {
  rows: Row[]
  cards: Card[]
}

/** Answers in the event's sections, in the order they were asked; sections without any are left out. */
export function sectionsOf(journey: Journey, language: Language): { title: string; blocks: Block[] }[] {
  const titles = Object.entries(journey.event.words[language].sections)
  const sections = titles.map(([section, title]) => ({
    title,
    blocks: blocksOf(
      journey.steps.filter((step) => step.question.section === section),
      journey,
      language,
    ),
  }))
  return sections.filter(({ blocks }) => blocks.length > 0)
}

/** A list ends its block: what comes after stands below its cards. */
function blocksOf(steps: readonly Step[], journey: Journey, language: Language): Block[] {
  return steps.reduce<Block[]>((blocks, step) => {
    const rows = rowOf(step, journey, language)
    const last = blocks.at(-1)
    if (rows.length === 0) return blocks
    const cards = cardsOf(step, journey, language)
    if (!last || last.cards.length > 0) return [...blocks, { rows, cards }]
    return [...blocks.slice(0, -1), { rows: [...last.rows, ...rows], cards }]
  }, [])
}

function rowOf({ question, answer, source, by }: Step, { event }: Journey, language: Language): Row[] {
  const label = question.words[language].row
  const lines = label ? linesOf(question, answer, language) : []
  if (!label || lines.length === 0) return []
  const change = paths.question(event.type, question.changeAt ?? question.name)
  const from = source === 'held' || source === 'verified' ? { source: by ?? source } : {}
  return [{ label, lines, ...(source !== 'verified' && { change }), ...from }]
}

/** An optional question that was left blank has a line too: it can be answered yet. A list has its items below. */
function linesOf(question: Question, answer: unknown, language: Language): string[] {
  if (answer === undefined) return [words[language].notGiven]
  const items = itemsIn(question, answer)
  return items.length > 0 ? [words[language].checkAnswers.count(items.length)] : show(question, answer, { language })
}

function cardsOf({ question, answer }: Step, { event: { type } }: Journey, language: Language): Card[] {
  if (question.kind !== 'list') return []
  return itemsIn(question, answer).map((item, index) => ({
    title: question.words[language].each(index + 1),
    rows: partRows(question, item, language),
    change: paths.item(type, question.name, index + 1),
    remove: paths.itemRemoval(type, question.name, index + 1),
  }))
}

function partRows({ parts }: ListQuestion, item: Item, language: Language): Row[] {
  return parts.flatMap((part) => {
    const { row, title } = part.words[language]
    const answer = item[part.name]
    return answer === undefined ? [] : [{ label: row ?? title, lines: showPart(part, answer, { language }) }]
  })
}

const itemsIn = ({ kind, name }: Question, answer: unknown): Item[] =>
  kind === 'list' ? (answerTo('list', { [name]: answer }, name)?.items ?? []) : []
