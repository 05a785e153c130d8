import { listField, textField, type FormBody } from '../web/form.ts'
import { optionalKinds } from './notice.ts'
import { digests, type Digest, type Preferences } from './preference-store.ts'

/** The form as sent. */
export interface Choices {
  unwanted: string[]
  /** Undefined: there was no answer. */
  texts: boolean | undefined
  /** Undefined likewise. */
  digest: Digest | undefined
}

/** What is not ticked is not wanted; a kind that cannot be switched off is nobody's to tick. */
export function readChoices(body: FormBody): Choices {
  const ticked = listField(body, 'emails')
  const answer = textField(body, 'texts')
  return {
    unwanted: optionalKinds.filter((kind) => !ticked.includes(kind)),
    texts: answer === 'yes' || answer === 'no' ? answer === 'yes' : undefined,
    digest: digests.find((one) => one === textField(body, 'digest')),
  }
}

export const areWhole = (choices: Choices): choices is Preferences =>
  choices.texts !== undefined && choices.digest !== undefined
