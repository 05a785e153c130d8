import { formatDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

export const dayOf = (time: Date, language: Language) => formatDate(ukToday(time), language)
