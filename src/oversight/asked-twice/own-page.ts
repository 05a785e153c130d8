import type { Request, Response } from 'express'
import { personOf } from '../../identity/person.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate } from '../../shared/dates.ts'
import { renderPage } from '../../web/page.ts'
import { ownAskedTwice, pairsNamed } from './asked-twice-store.ts'
import { inWords, namesOfBodies } from './in-words.ts'
import type { AskedTwiceParts } from './routes.ts'
import { saidBy } from './said-by.ts'
import { words } from './words.ts'

/** What somebody has said, and what came of it. Found by the hashes that only their own account makes. */
export async function showOwn({ db, vault, events }: AskedTwiceParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language].own
  const { accountId } = personOf(req)
  const subjects = (await pairsNamed(db)).map((pair) => saidBy(vault, accountId, pair))
  const own = await inContext(db, { subjects }, ownAskedTwice)
  const names = await namesOfBodies(db)
  renderPage(req, res, 'oversight/asked-twice/own.njk', {
    ...{ title: text.title, words: text, backLink: '/asked-twice' },
    rows: own.map((one) => {
      const told = inWords(one, { names, language, events })
      return { ...told, title: text.line(told.asker, told.fact), said: formatDate(one.saidOn, language) }
    }),
  })
}
