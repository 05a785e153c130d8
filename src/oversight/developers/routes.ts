import { Router } from 'express'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { examples, type Example } from './examples.ts'
import { examplesOf, guidePages, guidePath, type GuidePage } from './guide.ts'

const words = { en, cy }

/** The guide for people who build for public bodies. */
export function developerRoutes(): Router {
  const router = Router()

  router.get('/developers', anyone, (req, res) => {
    const text = words[req.language]
    const pages = guidePages.map((page) => linkTo(page, req.language))
    renderPage(req, res, 'oversight/developers/index.njk', { title: text.index.title, text, pages })
  })

  router.get('/developers/:page', anyone, (req, res) => {
    const page = guidePages.find((name) => name === req.params['page'])
    if (!page) throw notFound()
    renderPage(req, res, 'oversight/developers/page.njk', guidePage(page, req.language))
  })

  return router
}

function guidePage(page: GuidePage, language: Language) {
  const text = words[language]
  const { title, lead, sections } = text.pages[page]
  const place = guidePages.indexOf(page)
  const [before, after] = [guidePages[place - 1], guidePages[place + 1]]
  return {
    ...{ title, lead, text, backLink: '/developers' },
    sections: Object.entries(sections).map(([name, section]) => ({
      ...(section as object),
      examples: examplesIn(page, name),
    })),
    previous: before && linkTo(before, language),
    next: after && linkTo(after, language),
  }
}

const linkTo = (page: GuidePage, language: Language) => ({
  href: guidePath(page),
  text: words[language].pages[page].title,
})

function examplesIn(page: GuidePage, section: string): Example[] {
  const names = (examplesOf[page] as Record<string, string[]> | undefined)?.[section] ?? []
  return names.flatMap((name) => examples.get(name) ?? [])
}
