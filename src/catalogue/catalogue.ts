import { birth } from './birth/event.ts'
import { caring } from './caring/event.ts'
import { changeOfAddress } from './change-of-address/event.ts'
import { changeOfName } from './change-of-name/event.ts'
import { contactDetails } from './contact-details/event.ts'
import { death } from './death/event.ts'
import { health } from './health/event.ts'
import { leavingOrReturning } from './leaving-or-returning/event.ts'
import type { LifeEvent } from './life-event.ts'
import { marriage } from './marriage/event.ts'
import { separation } from './separation/event.ts'
import { work } from './work/event.ts'

/** Every life event that can be reported. A new one is a folder and a line here. */
export const lifeEvents: readonly LifeEvent[] = [
  death,
  changeOfAddress,
  changeOfName,
  birth,
  marriage,
  separation,
  work,
  caring,
  health,
  contactDetails,
  leavingOrReturning,
]

/** The life events that a process knows: all of ours unless it is given others. */
export type Catalogue = readonly LifeEvent[] | undefined

export const findLifeEvent = (type: unknown, events: Catalogue = lifeEvents) =>
  events.find((event) => event.type === type)

/** The event type URI of Shared Signals tokens; it resolves to the event's JSON Schema. */
export const eventTypeUri = (baseUrl: string, type: string) => `${baseUrl}/schemas/events/${type}/v1`
