import { findCouncil } from '../../places/councils.ts'
import { inLanguage } from '../../shared/language.ts'
import type { NotTold, Recipient } from '../../subscriptions/who-will-be-told.ts'
import { previewWords } from '../content/preview-words.ts'
import { paths } from '../paths.ts'
import type { Preview } from './preview.ts'
import { cardId, nameOf, type Around } from './preview-view.ts'
import { thenChange } from './then.ts'

/** A line about a body that is not told, or about what this service does not reach. */
interface NotToldLine {
  id?: string
  text: string
  href?: string
  /** Of a link that stands behind the text, not around it. */
  link?: string
  about?: string
  /** Of a button in the place of the link, where there are answers to keep. */
  then?: string
}

/** Bodies that one might expect to be told and that are not, with the reason, and what this service does not reach. */
export function notToldLines(preview: Preview, { event, agencies, language }: Around): NotToldLine[] {
  const { told, notTold, emptied, areas } = preview
  const text = previewWords[language].whoWillBeTold
  const reached = [...told, ...notTold].map(({ recipient }) => recipient.agency.id)
  const served = agencies.filter(({ id }) => reached.includes(id)).flatMap((agency) => agency.areas ?? [])
  const councils = areas.filter((code) => !served.includes(code)).flatMap((code) => findCouncil(code) ?? [])
  const isEmptied = ({ agreement: { id } }: Recipient) => emptied.some((body) => body.recipient.agreement.id === id)
  const away = councils.map(({ name }) => ({ text: text.notToldCouncil(inLanguage(name, language)) }))
  return [
    ...notTold.map((each) => notToldLine(each, { isEmptied: isEmptied(each.recipient), event, language })),
    ...away,
    ...event.words[language].beyond,
  ]
}

function notToldLine(
  { recipient, reason }: NotTold,
  { isEmptied, event, language }: Pick<Around, 'event' | 'language'> & { isEmptied: boolean },
): NotToldLine {
  const text = previewWords[language].whoWillBeTold
  const { agreement } = recipient
  if (reason === 'objected') return { text: text.notToldObjected(nameOf(recipient, language)) }
  if (reason === 'age') return { text: text.notToldAge(nameOf(recipient, language), agreement.minimumAge ?? 0) }
  if (reason === 'no-file') return { text: text.notToldNoFile(nameOf(recipient, language)) }
  const about = inLanguage(agreement.purpose, language)
  const name = text.bodyFor(nameOf(recipient, language), about)
  if (!isEmptied) return { text: text.notToldNothing(name) }
  const [href, then] = [paths.leaveOut(event.type, agreement.id), thenChange('leave-out', agreement.id)]
  return { id: cardId(agreement.id), text: text.notToldEmptied(name), href, then, link: text.changeLeftOut, about }
}
