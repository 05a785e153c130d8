import { answerTo, type Answers } from '../answers.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { safetyQuestion } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)

// RFC 5321, 4.5.3.1.3, without the angle brackets.
const LONGEST_EMAIL = 254

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'checkboxes',
    name: 'changes',
    section: 'contact',
    words: words.changes,
    options: ['phone', 'email', 'language', 'format'],
  },
  {
    kind: 'text',
    name: 'phone',
    section: 'contact',
    words: words.phone,
    askedWhen: (given) => changes(given, 'phone'),
    format: phoneNumber,
    width: 20,
    autocomplete: 'tel',
    inputmode: 'tel',
    tells: { field: 'new_phone', category: 'contact' },
  },
  {
    kind: 'text',
    name: 'email',
    section: 'contact',
    words: words.email,
    askedWhen: (given) => changes(given, 'email'),
    format: emailAddress,
    width: 30,
    autocomplete: 'email',
    inputmode: 'email',
    tells: { field: 'new_email', category: 'contact' },
  },
  {
    kind: 'radios',
    name: 'language',
    section: 'reading',
    words: words.language,
    options: ['english', 'welsh'],
    askedWhen: (given) => changes(given, 'language'),
    tells: { field: 'preferred_language', category: 'ways-to-write' },
  },
  {
    kind: 'radios',
    name: 'format',
    section: 'reading',
    words: words.format,
    options: ['standard', 'large-print', 'braille', 'easy-read', 'audio'],
    askedWhen: (given) => changes(given, 'format'),
    tells: { field: 'preferred_format', category: 'ways-to-write', special: true },
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

const changes = (given: Answers, what: string) => answerTo('checkboxes', given, 'changes')?.includes(what) ?? false

/** With its country's code (ITU-T E.164); a number that begins with a single 0 is one of the United Kingdom. */
function phoneNumber(text: string): string | undefined {
  const plain = text
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+')
    .replace(/^0/, '+44')
    .replace(/^\+440/, '+44')
  return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : undefined
}

/** Something at somewhere: only a message that arrives proves more. */
function emailAddress(text: string): string | undefined {
  const plain = text.trim()
  return plain.length <= LONGEST_EMAIL && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(plain) ? plain : undefined
}
