import { changeOfAddress } from './change-of-address/event.ts'
import type { LifeEvent } from './life-event.ts'

/** Every life event that can be reported. A new one is a folder and a line here. */
export const lifeEvents: readonly LifeEvent[] = [changeOfAddress]

export const findLifeEvent = (type: unknown, events = lifeEvents) => events.find((event) => event.type === type)

/** The event type URI of Shared Signals tokens; it resolves to the event's JSON Schema. */
export const eventTypeUri = (baseUrl: string, type: string) => `${baseUrl}/schemas/events/${type}/v1`
