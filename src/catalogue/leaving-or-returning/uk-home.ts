import type { PostalAddress } from '../../shared/address.ts'
import { hasNoFixedAddress, ukAddressQuestions } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeGiven, homeHeld } from '../reporter.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.home, cy.home)

/** As `homeQuestions`, and under their names, of the home in the United Kingdom that is left or come back to. */
export function ukHomeQuestions(section: string): Question[] {
  const isElsewhere = (given: Answers) => !answerTo('confirm-address', given, 'held-home')?.confirmed
  return [
    { kind: 'confirm-address', name: 'held-home', section, words: words.held, address: heldInTheUk },
    {
      kind: 'radios',
      name: 'home-kind',
      section,
      words: words.kind,
      options: ['uk', 'no-fixed-address'],
      askedWhen: isElsewhere,
    },
    ...ukAddressQuestions(
      {
        prefix: 'home',
        section,
        askedWhen: (given) => isElsewhere(given) && answerTo('radios', given, 'home-kind') === 'uk',
      },
      words,
    ),
    {
      kind: 'council',
      name: 'home-council',
      section,
      words: words.council,
      askedWhen: (given) => (homeGiven(given) ? !homeGiven(given)?.councils : hasNoFixedAddress(given, 'home')),
    },
  ]
}

/** Where they live or last lived there, as far as we know. */
function heldInTheUk(_given: Answers, known: Known): PostalAddress | undefined {
  const held = [homeHeld(known), ...known.identity.addresses].filter((address) => address !== undefined)
  return held.find(({ addressCountry = 'GB' }) => addressCountry === 'GB')
}
