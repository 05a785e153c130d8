import type { Language } from '../shared/language.ts'
import { isOptional, type Channel, type NoticeKind } from './notice.ts'

/** A citizen as far as sending goes by: how they read, and what they want. */
export interface Reader {
  language: Language
  unwanted: readonly string[]
  texts: boolean
}

/** Asked again when it is sent: whoever has switched it off since it was queued does not get it. */
export function wants({ unwanted, texts }: Reader, { kind, channel }: { kind: NoticeKind; channel: Channel }): boolean {
  return channel === 'text' ? texts : !isOptional(kind) || !unwanted.includes(kind)
}
