import type { Contact } from '../agencies/agency.ts'
import type { Language } from '../shared/language.ts'
import { said, words, type Said } from './show-agreement.ts'

/** One way to reach a body oneself, as a page shows it. */
export interface ContactWay extends Said {
  label: string
  href?: string
}

/** All ways to reach a body, those without a computer first. */
export function contactWays(contact: Contact, language: Language): ContactWay[] {
  const labels = words[language].agencies.ways
  const { phone, textphone, relay, in_person, post, email, url } = contact
  const way = (name: keyof typeof labels, text: string | undefined, href?: string): ContactWay[] =>
    text === undefined ? [] : [{ label: labels[name], text, ...(href && { href }) }]
  return [
    ...way('phone', phone),
    ...way('textphone', textphone),
    ...way('relay', relay),
    ...(in_person ? [{ label: labels.in_person, ...said(in_person, language) }] : []),
    ...way('post', post),
    ...way('email', email, `mailto:${email}`),
    ...way('url', url, url),
  ]
}
