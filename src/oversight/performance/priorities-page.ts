import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { eventInWords } from '../../agreements/show-agreement.ts'
import type { Agency } from '../../agencies/agency.ts'
import type { Db } from '../../shared/database.ts'
import { formatDate, formatPartialDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { renderPage } from '../../web/page.ts'
import { agreementsCovering, type ServingAgreement } from './figure-store.ts'
import { cy } from './priorities/content/cy.ts'
import { en } from './priorities/content/en.ts'
import { PUBLISHED_BY, priorities, type Priority } from './priorities/priorities.ts'
import { words } from './words.ts'

const priorityWords = { en, cy }

// More than anybody reads through here: all of them are in the register.
const MOST_AGREEMENTS = 12

/** What shows early whether sharing works: what is planned, by whom, and what there is for it here. */
export async function showPriorities(db: Db, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language].priorities
  const bodies = new Map((await listAgencies(db)).map((body) => [body.id, body]))
  const shown = priorities.map(async (one) => {
    const agreements = await agreementsCovering(db, one.told, MOST_AGREEMENTS)
    return { ...inWords(one, language), agreements: agreements.map((agreement) => linkTo(agreement, bodies, language)) }
  })
  renderPage(req, res, 'oversight/performance/priorities.njk', {
    ...{ title: text.title, words: text, honest: text.honest(formatDate(PUBLISHED_BY, language)) },
    ...{ backLink: '/performance', priorities: await Promise.all(shown) },
  })
}

function inWords({ id, milestones, sources, told }: Priority, language: Language) {
  const said = priorityWords[language][id]
  const [steps, links]: Record<string, string>[] = [said.milestones, said.sources]
  return {
    ...said,
    milestones: milestones.map(({ name, state, when }) => ({
      text: steps?.[name],
      state: words[language].priorities.states[state],
      when: when && formatPartialDate(when, language),
      colour: state === 'done' ? 'green' : state === 'published' ? 'blue' : 'grey',
    })),
    sources: sources.map(({ name, href }) => ({ text: links?.[name], href })),
    events: told.map(({ type }) => ({ text: eventInWords(type, language), href: `/report/${type}` })),
  }
}

function linkTo({ id, agencyId }: ServingAgreement, bodies: ReadonlyMap<string, Agency>, language: Language) {
  const body = bodies.get(agencyId)
  const name = body ? inLanguage(body.name, language) : agencyId
  const example = body?.illustration ? `, ${words[language].priorities.example}` : ''
  return { text: `${name} (${id}${example})`, href: `/agreements/${id}`, example: example !== '' }
}
