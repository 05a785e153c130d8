import { Router } from 'express'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { allStates } from './gallery.ts'
import { perform, type Theatre } from './perform.ts'
import { mayActAsWeb } from './stage-store.ts'
import type { State } from './state.ts'

const words = { en, cy }
const GALLERY = '/development/gallery'

/** Every page in every state, in both languages, on a developer's machine only. */
export function galleryRoutes(theatre: Theatre): Router {
  const router = Router()
  let opened: Promise<State[]> | undefined
  const open = () => (opened ??= mayActAsWeb(theatre.db).then(() => allStates(theatre.parts, theatre.db)))

  router.get(GALLERY, anyone, async (req, res) => {
    const text = words[req.language]
    const states = await open()
    const groups = Map.groupBy(states, ({ name }) => groupOf(name))
    renderPage(req, res, 'demo/gallery.njk', {
      title: text.title,
      words: text,
      count: text.count(states.length),
      groups: [...groups].map(([name, inIt]) => ({ name, states: inIt.map((state) => linkTo(state)) })),
    })
  })

  router.get(`${GALLERY}/*state`, anyone, async (req, res) => {
    const name = [req.params['state']].flat().join('/')
    const state = (await open()).find((each) => each.name === name)
    if (!state) throw notFound()
    await perform(theatre, state, req, res)
  })

  return router
}

/** `report/birth/child-name/fresh` stands with the other pages of a birth. */
const groupOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('report/') ? 2 : 1)
    .join('/')

const linkTo = ({ name, status }: State) => ({ href: `${GALLERY}/${name}`, text: name, status })
