import type { StaffDone } from '../../oversight/staff-done.ts'
import type { Stage } from './stage.ts'

/** A page in one of its states: who asks for what, after what has happened. */
export interface State {
  /** Its place in the gallery: `report/birth/child-name/with-errors`. Unique. */
  name: string
  /** Nobody: somebody who has not signed in. */
  person: 'nobody' | 'signed-in' | 'proved'
  /** A made-up colleague of the sample agencies' file who is signed in for their work: `dvla-admin`. */
  staff?: string
  /** Plays what came before. @returns what is asked for now. */
  play: (stage: Stage) => Promise<Asked> | Asked
  /** The answer's status, unless it is 200; a page with errors is 400. */
  status?: number
}

export interface Asked {
  path: string
  /** The form that is sent there; a page that is only looked at has none. */
  form?: Record<string, string | readonly string[]>
  /** What this colleague has just done, and is told once. */
  done?: StaffDone
  /** What goes wrong before the page is reached. */
  failure?: unknown
}

/** A page for staff, as this colleague sees it. */
export const forStaff = (name: string, path: string, staff: string, more: Partial<State> = {}): State =>
  plain(name, path, { person: 'nobody', staff, ...more })

/** A page that needs nothing to have happened. */
export const plain = (name: string, path: string, more: Partial<State> = {}): State => ({
  ...{ name, person: 'proved' as const, play: () => ({ path }) },
  ...more,
})
