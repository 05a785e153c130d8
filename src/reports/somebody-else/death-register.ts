import type { PersonNames } from '../../catalogue/person-name.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** What a registrar has on record of a death. */
export interface RegisteredDeath {
  reference: string
  names: PersonNames
  birthDate: CalendarDate
  deathDate: CalendarDate
}

export type RegisterAnswer = { kind: 'found'; death: RegisteredDeath } | { kind: 'none' } | { kind: 'unavailable' }

/**
 * The port to the registrars. It never throws. A reference says nothing without its date of death, so that nobody can
 * read the register by trying references.
 */
export interface DeathRegister {
  /** @param reference in its stored form: 10 capitals and digits. */
  find(reference: string, deathDate: CalendarDate): Promise<RegisterAnswer>
}

/** Where no register is connected: then only people who proved who they are can report a death. */
export const noDeathRegister: DeathRegister = { find: () => Promise.resolve({ kind: 'unavailable' }) }
