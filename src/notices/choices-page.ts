import type { Request, Response } from 'express'
import { renderPage } from '../web/page.ts'
import type { Choices } from './choices.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { optionalKinds } from './notice.ts'
import { digests } from './preference-store.ts'

const content = { en: en.choices, cy: cy.choices }

/** Choices without an answer came from the form, and are asked for again. */
export function showChoices(req: Request, res: Response, choices: Choices, { saved }: { saved: boolean }): void {
  const words = content[req.language]
  renderPage(req, res, 'notices/choices.njk', {
    title: words.title,
    words,
    saved,
    kinds: optionalKinds.map((kind) => ({
      value: kind,
      text: words.kinds[kind],
      checked: !choices.unwanted.includes(kind),
    })),
    texts: choices.texts,
    digests: digests.map((value) => ({ value, text: words.digests[value], checked: choices.digest === value })),
    errors: [
      ...(choices.digest === undefined ? [{ field: 'digest', message: words.digestMissing }] : []),
      ...(choices.texts === undefined ? [{ field: 'texts', message: words.textsMissing }] : []),
    ],
    missing: { digest: choices.digest === undefined, texts: choices.texts === undefined },
  })
}
