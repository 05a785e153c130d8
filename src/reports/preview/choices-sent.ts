import type { Request } from 'express'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { previewWords } from '../content/preview-words.ts'
import { unchosen, type Choices, type Preview } from './preview.ts'
import { choiceField, nameOf } from './preview-view.ts'

/** Yes or no to each body that the citizen can keep out, as the form has it. */
export function choicesFrom(body: unknown, { told }: Preview): Choices {
  const chosen = told.map(({ recipient }) => {
    const { id } = recipient.agreement
    return [id, textField(body, choiceField(id))] as const
  })
  return Object.fromEntries(chosen.filter(isChoice))
}

const isChoice = (pair: readonly [string, string]): pair is readonly [string, 'yes' | 'no'] =>
  pair[1] === 'yes' || pair[1] === 'no'

export function errorsOf(
  kind: 'changed' | 'unchosen',
  preview: Preview,
  choices: Choices,
  { language }: Request,
): FieldError[] {
  const text = previewWords[language].whoWillBeTold
  if (kind === 'changed') return [{ field: 'bodies', message: text.changed }]
  return unchosen(preview, choices).map(({ recipient }) => ({
    field: choiceField(recipient.agreement.id),
    message: text.chooseBlank(nameOf(recipient, language)),
  }))
}
