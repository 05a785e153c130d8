import type { Request, Response } from 'express'
import { renderPage } from '../../web/page.ts'
import { describeRequest } from './describe.ts'
import { takeDone } from './done.ts'
import { requestsOfCitizen } from './request-store.ts'
import { asCitizen, bodyNames, type RightsParts } from './rights-parts.ts'
import { words } from './words.ts'

// More than anybody has: who has open ones cannot ask for more than a few dozen.
const MOST = 500

/** By the right: where it is asked for. */
export const ASK_PATHS = {
  object: '/rights/objection',
  correct: '/rights/correction',
  access: '/rights/access',
  erase: '/rights/erasure',
} as const

export async function showRights(parts: RightsParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { list } = words[language]
  const requests = await asCitizen(parts, req, async ({ tx, person, now }) => {
    const nameOf = await bodyNames(tx, language)
    const found = await requestsOfCitizen(tx, person.accountId, MOST)
    return found.map((one) => describeRequest(one, nameOf(one.agencyId), { now, language }))
  })
  renderPage(req, res, 'oversight/rights/list.njk', {
    ...{ title: list.title, words: list, requests, banner: takeDone(req) },
    links: (['object', 'correct', 'access', 'erase'] as const).map((kind) => ({
      ...{ href: ASK_PATHS[kind], text: list.links[kind] },
    })),
  })
}
