import { listField, textField, type FormBody } from '../web/form.ts'
import { optionalKinds } from './notice.ts'
import type { Preferences } from './preference-store.ts'

/** The form as sent. Undefined for the answer about texts means that there was none. */
export interface Choices {
  unwanted: string[]
  texts: boolean | undefined
}

/** What is not ticked is not wanted; a kind that cannot be switched off is nobody's to tick. */
export function readChoices(body: FormBody): Choices {
  const ticked = listField(body, 'emails')
  const answer = textField(body, 'texts')
  return {
    unwanted: optionalKinds.filter((kind) => !ticked.includes(kind)),
    texts: answer === 'yes' || answer === 'no' ? answer === 'yes' : undefined,
  }
}

export const areWhole = (choices: Choices): choices is Preferences => choices.texts !== undefined
