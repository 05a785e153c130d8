import type { PostalAddress } from '../shared/address.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import type { Answers } from './answers.ts'
import type { DataCategory } from './data-category.ts'
import type { Known } from './known.ts'
import type {
  InBoth,
  QuestionWords,
  DateWords,
  NamesWords,
  OptionWords,
  StatementWords,
  RegistrationWords,
  ListWords,
} from './question-words.ts'

/**
 * The field that the answer becomes: its schema, its label and how it is shown follow from the question. An answer "I do
 * not know", a blank optional one and "none of these" become nothing; yes and no become true and false.
 */
export interface Tells {
  /** snake_case. Unique in the event. */
  field: string
  category: DataCategory
  /** UK GDPR article 9. */
  special?: true
  /** True when every report of the event has it. */
  always?: true
  /** About a partner or somebody of the household: told to nobody when the reporter is at risk. */
  household?: true
  /** What the field is called where bodies and citizens read it; the row's words unless given. */
  label?: InBoth<string>
  /**
   * Of a list: the name of the part by which its items go to different bodies. There is a field for each option of it,
   * `<field>_<option>`, with the items of that option alone, and none with all of them.
   */
  split?: string
}

/** An answer that nobody has to give, and who says that it is right; without `by`, GOV.UK One Login does. */
export interface Held {
  answer: unknown
  verified: boolean
  by?: 'registrar'
}

interface Common<Words extends QuestionWords> {
  /** Also its place in the path: lower case and dashes. Unique in the event. */
  name: string
  /** The group of "check answers" that it stands in: a key of the event's `words.sections`. */
  section: string
  words: InBoth<Words>
  /** Asked only when this holds of what was answered before it. */
  askedWhen?: (given: Answers, known: Known) => boolean
  /** Answers to these no longer hold once this one is given anew. */
  forgets?: readonly string[]
  /** The question that "change" leads to, when that is another than this. */
  changeAt?: string
  /** What we hold already: then it is not asked, only shown. */
  held?: (given: Answers, known: Known) => Held | undefined
  /** A page that somebody at risk may need to leave fast. */
  quickExit?: true
  /** May be left blank: then it is no answer, and no field. Its title should say so. */
  optional?: true
  /** Depends on what the bodies that would be told can find a person by (`known.wanted`). Others see nothing of that. */
  matching?: true
  /** Offers "I do not know", which is an answer too: `{ unknown: true }`. */
  mayNotKnow?: true
  /** What we hold can be left out of one report. */
  mayLeaveOut?: true
  tells?: Tells
}

export interface DateQuestion extends Common<DateWords> {
  kind: 'date'
  earliest: (today: CalendarDate) => CalendarDate
  latest: (today: CalendarDate) => CalendarDate
}

/** As a date, but the day, or the day and the month, may be left blank: `1952`, `1952-03`, `1952-03-14`. */
export interface PartialDateQuestion extends Common<DateWords> {
  kind: 'partial-date'
  earliest: (today: CalendarDate) => CalendarDate
  latest: (today: CalendarDate) => CalendarDate
}

/** First names and last name. The answer is a list of one name, as GOV.UK One Login writes names. */
export interface NamesQuestion extends Common<NamesWords> {
  kind: 'names'
  /** True of the reporter's own name: only then may a browser fill it in. */
  ofReporter?: true
}

export interface RadiosQuestion extends Common<OptionWords> {
  kind: 'radios'
  /** Those that depend on what we hold are names of people, which stand for themselves. */
  options: readonly string[] | ((given: Answers, known: Known) => readonly string[])
  /** What an option is called where that depends on what we hold: the name of somebody. Otherwise as the words say. */
  optionText?: (option: string, known: Known) => string | undefined
}

/** One of many, in a list that drops down: countries. Options that depend on the language are given with their words. */
export interface SelectQuestion extends Common<QuestionWords & { errors: { blank: string } }> {
  kind: 'select'
  options: (language: Language) => readonly { value: string; text: string }[]
}

/** Something that must be agreed to before going on. The answer is when that was, `{ at: <ISO time> }`. */
export interface StatementQuestion extends Common<StatementWords> {
  kind: 'statement'
}

/** A registrar's reference with the date of death: what the registrar has on record is then not asked for. */
export interface RegistrationQuestion extends Common<RegistrationWords> {
  kind: 'registration'
}

export interface CheckboxesQuestion extends Common<OptionWords & { errors: { contradiction?: string } }> {
  kind: 'checkboxes'
  options: readonly string[] | ((given: Answers, known: Known) => string[])
  /** The option that excludes the others ("none of these"), if there is one: then the words say what a contradiction is. */
  alone?: string
}

export interface TextQuestion extends Common<QuestionWords & { errors: { blank: string; wrong: string } }> {
  kind: 'text'
  /** The stored form of what was typed; undefined when it cannot be one. */
  format: (text: string) => string | undefined
  /** Characters that the box has room for. */
  width: 4 | 5 | 10 | 20 | 30
  autocomplete?: string
  /** Which keyboard a phone shows. */
  inputmode?: 'email' | 'tel' | 'numeric'
  /** Several lines: a text area of up to so many characters, with a count. */
  most?: number
}

/** Looks addresses up by postcode. Its `found-address` question follows, and an `address` question for the rest. */
export interface PostcodeQuestion extends Common<QuestionWords> {
  kind: 'postcode'
  /** Of somebody else than the reporter: then a browser must not fill it in. */
  ofOther?: true
}

export interface FoundAddressQuestion extends Common<QuestionWords> {
  kind: 'found-address'
  /** The postcode question whose addresses are offered. */
  from: string
}

export interface AddressQuestion extends Common<QuestionWords> {
  kind: 'address'
  form: 'uk' | 'forces' | 'abroad'
  /** Of somebody else than the reporter: then a browser must not fill it in. */
  ofOther?: true
  /** The postcode question that was asked before it. */
  from?: string
}

export interface CouncilQuestion extends Common<QuestionWords> {
  kind: 'council'
}

export interface ConfirmAddressQuestion extends Common<OptionWords> {
  kind: 'confirm-address'
  /** The address to confirm; without one the question is not asked. */
  address: (given: Answers, known: Known) => PostalAddress | undefined
}

/** Any number of the same, each on a page of its own (the Design System's "add another" pattern). */
export interface ListQuestion extends Common<ListWords> {
  kind: 'list'
  /** On one page; each becomes the item's member that its `tells.field` names. */
  parts: readonly ListPart[]
  most: number
}

/** Kinds that answer at once and fit on a page with others. */
export type ListPart =
  TextQuestion | DateQuestion | PartialDateQuestion | NamesQuestion | RadiosQuestion | SelectQuestion

export type Question =
  | DateQuestion
  | PartialDateQuestion
  | NamesQuestion
  | SelectQuestion
  | StatementQuestion
  | RegistrationQuestion
  | RadiosQuestion
  | CheckboxesQuestion
  | TextQuestion
  | PostcodeQuestion
  | FoundAddressQuestion
  | AddressQuestion
  | CouncilQuestion
  | ConfirmAddressQuestion
  | ListQuestion
