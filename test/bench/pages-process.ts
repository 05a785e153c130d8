// The web process as production runs it, and beside it the bare application that it is measured against.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import type { DatabaseUrls } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { templates } from '../../src/web/templates.ts'
import { startHouse } from '../support/house.ts'
import { answerParent, settingsOfChild } from './child.ts'
import { callers } from './pages-people.ts'
import type { Pages } from './pages-set-up.ts'

const { urls } = settingsOfChild<{ urls: DatabaseUrls }>()
const [owner, web, worker] = [openDatabase(urls.owner), openDatabase(urls.web), openDatabase(urls.worker)]
const database = { urls, owner, web, worker, close: () => Promise.resolve() }
const house = await startHouse({}, { database })
// As behind a proxy, so that callers have addresses of their own: limits are per address.
house.app.set('trust proxy', 1)

interface Rendered {
  template: string
  viewModel: object
}
const noted = noteWhatIsRendered(house.app)
const rendered = new Map<string, Rendered>()

const bare = express()
templates().express(bare)
bare.get('/:page', (req, res) => {
  const { template, viewModel } = rendered.get(req.params.page) ?? noted.latest()
  res.render(template, viewModel)
})
const server = createServer(bare)
await once(server.listen(0, '127.0.0.1'), 'listening')

answerParent({ prepare })

async function prepare(): Promise<Pages> {
  const people = await callers(house)
  const cookies = people.map(({ browser }) => `session=${browser.cookie('session')}`)
  const all = (path: string) => people.map(() => path)
  const paths = {
    start: all('/'),
    question: all('/report/change-of-address/moving-with'),
    check: all('/report/change-of-address/check-answers'),
    progress: people.map(({ reference }) => `/reports/${reference}`),
  }
  const bareOrigin = `http://localhost:${(server.address() as AddressInfo).port}`
  const pages: Pages = {}
  for (const [name, own] of Object.entries(paths)) {
    const { heading } = (await people[0]?.browser.get(own[0] ?? '/')) ?? { heading: '' }
    rendered.set(name, noted.latest())
    pages[name] = {
      ours: { origin: house.baseUrl, paths: own, cookies, heading },
      bare: { origin: bareOrigin, paths: all(`/${name}`), cookies, heading },
    }
  }
  noted.end()
  return pages
}

/** The template that was rendered last, and the view model it was rendered from. Ended before anything is measured. */
function noteWhatIsRendered(app: Express): { latest: () => Rendered; end: () => void } {
  let last: Rendered | undefined
  const render = app.render.bind(app) as (...given: unknown[]) => void
  app.render = ((template: string, options: Record<string, unknown>, done: unknown) => {
    const { _locals, csrfToken, ...data } = options
    if (data['title'] !== last?.viewModel['title' as never]) {
      last = { template, viewModel: { ...(_locals as object), ...data, csrfToken: String(csrfToken) } }
    }
    render(template, options, done)
  }) as typeof app.render
  return {
    latest: () => {
      if (!last) throw new Error('Nothing was rendered yet')
      return last
    },
    end: () => (app.render = render),
  }
}
