import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Person } from '../../identity/person.ts'
import { ukToday } from '../../shared/dates.ts'
import { emptyDraft } from '../drafts/draft.ts'
import { remembered } from '../kept.ts'
import { areasLastSeen, noteAreas } from './areas-seen.ts'
import { heldForJourney, matchingWanted, type Looking } from './glance-store.ts'
import { reachableStep, type Journey } from './journey.ts'
import { areasOf, journeyWith, knownFrom, type SeenJourney } from './open-journey.ts'

/**
 * Where a citizen stands, for a page that writes nothing and tells nobody: read without a transaction. Undefined where
 * that does not do: for who has not proved who they are, a correction, or what may be about somebody else.
 *
 * @param asked the question that is looked at, if it is one
 */
export async function glance(
  looking: Looking & { person: Person },
  event: LifeEvent,
  asked: string | undefined,
): Promise<SeenJourney | undefined> {
  const { person } = looking
  if (!person.proved || event.about) return undefined
  const today = ukToday(looking.now)
  const areas = comesBeforeMatching(event, asked) ? undefined : areasLastSeen(person, event)
  const { draft, identity, entries, wanted } = await heldForJourney(looking, { eventType: event.type, areas, today })
  if (draft?.correctsReportId) return undefined
  const known = knownFrom(identity, remembered(entries, today), { proved: true, today })
  const seen = { draft, ...journeyWith(event, (draft ?? emptyDraft).answers, known, wanted) }
  const isEnough = areas ? holds(areas, event, seen.journey) : reachableStep(seen.journey, asked)
  return isEnough ? seen : withMatching(looking, event, seen)
}

/** What bodies can find a person by asks for numbers, and says nothing of what is asked, or answered, before those. */
function comesBeforeMatching({ questions }: LifeEvent, asked: string | undefined): boolean {
  const first = questions.findIndex(({ matching }) => matching)
  const at = questions.findIndex(({ name }) => name === asked)
  return at >= 0 && (first < 0 || at < first)
}

/** Whether the areas that were guessed are those that the answers touch. None of the numbers has to do with a place. */
const holds = (guess: readonly string[], event: LifeEvent, { given, known }: Journey) =>
  event.areas(given, known).join() === guess.join()

async function withMatching(
  looking: Looking & { person: Person },
  event: LifeEvent,
  { draft, journey: { known } }: SeenJourney,
): Promise<SeenJourney> {
  const { answers } = draft ?? emptyDraft
  const areas = areasOf(event, answers, known)
  noteAreas(looking.person, event, areas)
  const told = await matchingWanted(looking, { eventType: event.type, areas, today: known.today })
  return { draft, ...journeyWith(event, answers, known, told) }
}
