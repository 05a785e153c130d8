import { staffRoles } from '../../identity/staff/staff.ts'
import type { Language } from '../../shared/language.ts'
import { consoleWords } from './words.ts'

/** Radios with what each role can do. */
export function roleItems(chosen: string, language: Language) {
  const { roles, rolesLong } = consoleWords[language].people
  return staffRoles.toReversed().map((role) => ({
    value: role,
    text: roles[role],
    hint: { text: rolesLong[role] },
    checked: role === chosen,
  }))
}
