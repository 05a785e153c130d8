import type { Request, Response } from 'express'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { PAGE_SIZE } from '../keyset.ts'
import { listAskedTwice, type Place } from './asked-twice-store.ts'
import { inWords, namesOfBodies } from './in-words.ts'
import type { AskedTwiceParts } from './routes.ts'
import { words } from './words.ts'

/** How many people were asked for what, by which body; and what came of it. */
export async function showList({ db, events }: AskedTwiceParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language].list
  const found = await listAskedTwice(db, { after: placeIn(req), limit: PAGE_SIZE + 1 })
  const names = await namesOfBodies(db)
  const shown = found.slice(0, PAGE_SIZE)
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined
  renderPage(req, res, 'oversight/asked-twice/list.njk', {
    ...{ title: text.title, words: text },
    rows: shown.map((one) => inWords(one, { names, language, events })),
    nextHref: last && `/asked-twice?${new URLSearchParams({ after: cursorOf(last) }).toString()}`,
  })
}

const cursorOf = ({ askerId, fact, holderId }: Place) =>
  Buffer.from(JSON.stringify([askerId, fact, holderId]), 'utf8').toString('base64url')

/** @throws Refusal `gone` for anything that we did not make. */
function placeIn(req: Request): Place | undefined {
  const text = textField(req.query, 'after')
  if (text === '') return undefined
  const [askerId, fact, holderId] = partsOf(text)
  if (typeof askerId === 'string' && typeof fact === 'string' && (holderId === null || typeof holderId === 'string')) {
    return { askerId, fact, holderId }
  }
  throw new Refusal('gone', 'This page of the list is no longer there')
}

function partsOf(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
