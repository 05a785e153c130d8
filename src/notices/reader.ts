import type { Language } from '../shared/language.ts'
import { isOptional, type Channel, type NoticeKind } from './notice.ts'

/** A citizen as far as sending goes by: how they read, and what they want. */
export interface Reader {
  language: Language
  unwanted: readonly string[]
  texts: boolean
}

/** Asked again when it is sent: whoever has switched it off since it was queued does not get it. */
export function wants(reader: Reader, { kind, channel }: { kind: NoticeKind; channel: Channel }): boolean {
  if (channel === 'text' && !reader.texts) return false
  return !isOptional(kind) || !reader.unwanted.includes(kind)
}
