import type { Request, Response } from 'express'
import { latestVersions } from '../../agreements/agreement-store.ts'
import { concernsInWords } from '../../agreements/concerns/concern-store.ts'
import { findMediation } from '../../agreements/concerns/mediation-store.ts'
import { waysToSettle } from '../../agreements/concerns/finding.ts'
import { actOpenTo, outcomes, type Mediation } from '../../agreements/concerns/mediation.ts'
import { namesOfParties } from '../../agreements/concerns/party-names.ts'
import { nameIn, storyOf } from '../../agreements/concerns/story.ts'
import { words as wordsOfConcerns } from '../../agreements/concerns/words.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import { partyOf, readsWords, seesAll, words } from './party.ts'
import { typedIn, type Typed } from './read-act.ts'
import type { MediationParts } from './routes.ts'

// What nobody reads to its end helps nobody who wrote it.
const MOST_WORDS = 100

/** What was said and found so far, and a form for the one thing that whoever looks can do next. */
export async function showMediation(
  { db, vault, clock }: MediationParts,
  req: Request,
  res: Response,
  typed: Typed = typedIn(undefined),
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const { party, context, path, mediation } = await found(db, req)
  const today = ukToday(clock())
  const names = await namesOfParties(db, [mediation])
  const [agreement] = await latestVersions(db, [mediation.agreementId])
  const about = { agreementId: mediation.agreementId, most: MOST_WORDS }
  const concerns = readsWords(party) ? await inContext(db, context, (tx) => concernsInWords(tx, vault, about)) : []
  const mayAct = party.agencyId === null || ['officer', 'admin'].includes(staffOf(req).role)
  const story = storyOf(mediation, names, language)
  const text = words[language]
  renderStaffPage(req, res, 'oversight/concerns/mediation.njk', {
    title: text.mediation.title(story.title, nameIn(names, language)(mediation.agencyId)),
    ...{ words: text.mediation, story, typed, errors, backLink: path, action: `${path}/${mediation.id}` },
    ...{
      agreementHref: `/agreements/${mediation.agreementId}`,
      purpose: agreement && inLanguage(agreement.purpose, language),
    },
    act: mayAct ? actOpenTo(party, mediation, today) : undefined,
    form: formFor(mediation, typed, { language, today }),
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    concerns: concerns.map(({ category, words: said, raisedAt }) => ({
      what: text.mediation.raised(
        wordsOfConcerns[language].categories[category],
        formatDate(ukToday(raisedAt), language),
      ),
      said,
    })),
  })
}

/** The mediation of the address, and as whom somebody sees it. */
export async function found(db: MediationParts['db'], req: Request) {
  const id = String(req.params['id'])
  const own = await partyOf(db, req)
  const mediation = isUuid(id) ? await inContext(db, own.context, (tx) => findMediation(tx, id)) : undefined
  if (!mediation || !(seesAll(own.party) || own.party.agencyId === mediation.agencyId)) throw notFound()
  return { ...own, mediation }
}

function formFor({ finding }: Mediation, typed: Typed, { language, today }: { language: Language; today: string }) {
  const text = words[language].mediation
  return {
    outcomes: outcomes.map((value) => ({
      ...{ value, text: text.outcomes[value], checked: typed.outcome === value },
      ...(value === 'finding' && { hint: { text: text.findingHint } }),
    })),
    settlements: (finding ? waysToSettle(finding, today) : []).map((value) => ({
      ...{ value, text: text.settlements[value], checked: typed.settlement === value },
    })),
  }
}
