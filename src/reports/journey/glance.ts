import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Person } from '../../identity/person.ts'
import { ukToday } from '../../shared/dates.ts'
import { emptyDraft } from '../drafts/draft.ts'
import { remembered } from '../kept.ts'
import { areasLastSeen, noteAreas } from './areas-seen.ts'
import { heldForJourney, matchingWanted, type Looking } from './glance-store.ts'
import { areasOf, journeyWith, knownFrom, type SeenJourney } from './open-journey.ts'

/**
 * Where a citizen stands, for a page that writes nothing and tells nobody: read without a transaction. Undefined where
 * that does not do: for who has not proved who they are, a correction, or what may be about somebody else.
 */
export async function glance(
  looking: Looking & { person: Person },
  event: LifeEvent,
): Promise<SeenJourney | undefined> {
  if (!looking.person.proved || event.about) return undefined
  const today = ukToday(looking.now)
  const { person } = looking
  const guess = areasLastSeen(person, event)
  const { draft, identity, entries, wanted } = await heldForJourney(looking, {
    eventType: event.type,
    areas: guess,
    today,
  })
  if (draft?.correctsReportId) return undefined
  const known = knownFrom(identity, remembered(entries, today), { proved: true, today })
  const { answers } = draft ?? emptyDraft
  // What bodies can find a person by asks for more numbers, none of which has to do with a place.
  const guessed = journeyWith(event, answers, known, wanted)
  if (event.areas(guessed.journey.given, known).join() === guess.join()) return { draft, ...guessed }
  const areas = areasOf(event, answers, known)
  noteAreas(person, event, areas)
  const told = await matchingWanted(looking, { eventType: event.type, areas, today })
  return { draft, ...journeyWith(event, answers, known, told) }
}
