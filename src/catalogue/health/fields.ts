import { z } from 'zod'
import { field, type Field } from '../life-event.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { CONDITIONS } from './questions.ts'

const label = inBoth(en.fields, cy.fields)
const names = { en: en.questions.conditions.options, cy: cy.questions.conditions.options }

/** So that who drives nowhere has nothing of their health told to those who license drivers. */
export const fields = {
  driving_conditions: field({
    category: 'health',
    special: true,
    label: label.driving_conditions,
    schema: z.array(z.enum(CONDITIONS)).min(1),
    show: (conditions, language) => conditions.map((each) => names[language][each]),
  }),
} satisfies Record<string, Field>
