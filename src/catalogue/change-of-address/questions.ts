import { addDays, addYears } from '../../shared/dates.ts'
import { anyAddressQuestions, hasNoFixedAddress, ukAddressQuestions } from '../address-questions.ts'
import { answerTo } from '../answers.ts'
import { keptChildren, namesOf } from '../kept-people.ts'
import type { Known } from '../known.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import {
  confirmed,
  councilUnknown,
  keptAs,
  newPlace,
  oldPlace,
  verifiedBeforeMove,
  verifiedSinceMove,
} from './old-and-new.ts'

const words = inBoth(en.questions, cy.questions)
const label = inBoth(en.fields, cy.fields)

// Bodies hold addresses for matching about this long; an older move is better told to each body with the whole story.
const EARLIEST_YEARS = 10
// Completion dates and tenancies are fixed months ahead, hardly ever a year; later dates are mistyped years.
const LATEST_DAYS = 365
const CHILD_UNDER = 16
const MOST_CHILDREN = 10

export const questions: readonly Question[] = [
  {
    kind: 'date',
    name: 'when',
    section: 'move',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => addDays(today, LATEST_DAYS),
    tells: { field: 'move_date', category: 'dates', always: true, label: label.move_date },
  },
  {
    kind: 'radios',
    name: 'safety',
    section: 'safety',
    words: words.safety,
    options: ['yes', 'no'],
    quickExit: true,
  },
  {
    kind: 'confirm-address',
    name: 'held-new-address',
    section: 'new',
    words: words.heldNew,
    address: verifiedSinceMove,
  },
  ...anyAddressQuestions(
    { prefix: 'new', section: 'new', askedWhen: (given) => !confirmed(given, 'held-new-address') },
    {
      kind: words.newKind,
      postcode: words.newPostcode,
      choice: words.newChoice,
      byHand: words.newByHand,
      forces: words.newForces,
      abroad: words.newAbroad,
    },
  ),
  {
    kind: 'council',
    name: 'new-council',
    section: 'new',
    words: words.newCouncil,
    askedWhen: (given) => councilUnknown(newPlace(given)),
  },
  {
    kind: 'council',
    name: 'new-area',
    section: 'new',
    words: words.newArea,
    askedWhen: (given) => hasNoFixedAddress(given, 'new'),
  },
  {
    kind: 'radios',
    name: 'new-post',
    section: 'new',
    words: words.newPost,
    options: ['yes', 'no'],
    askedWhen: (given) => hasNoFixedAddress(given, 'new'),
  },
  ...ukAddressQuestions(
    { prefix: 'post', section: 'new', askedWhen: (given) => answerTo('radios', given, 'new-post') === 'yes' },
    { postcode: words.postPostcode, choice: words.postChoice, byHand: words.postByHand },
  ),
  {
    kind: 'confirm-address',
    name: 'held-old-address',
    section: 'old',
    words: words.heldOld,
    address: verifiedBeforeMove,
  },
  ...anyAddressQuestions(
    { prefix: 'old', section: 'old', askedWhen: (given) => !confirmed(given, 'held-old-address') },
    {
      kind: words.oldKind,
      postcode: words.oldPostcode,
      choice: words.oldChoice,
      byHand: words.oldByHand,
      forces: words.oldForces,
      abroad: words.oldAbroad,
    },
  ),
  {
    kind: 'council',
    name: 'old-council',
    section: 'old',
    words: words.oldCouncil,
    askedWhen: (given) => councilUnknown(oldPlace(given)),
  },
  {
    kind: 'checkboxes',
    name: 'moving-with',
    section: 'people',
    words: words.movingWith,
    // Where somebody is at risk nobody would be told of them.
    askedWhen: (given) => !atRisk(given),
    options: (_given, known) => [
      ...namesOf(childrenHeld(known)),
      childrenHeld(known).length > 0 ? 'other-children' : 'children',
      'adults',
      'nobody',
    ],
    alone: 'nobody',
  },
  {
    kind: 'list',
    name: 'children',
    section: 'people',
    words: words.children,
    askedWhen: (given) =>
      (answerTo('checkboxes', given, 'moving-with') ?? []).some(
        (who) => who === 'children' || who === 'other-children',
      ),
    most: MOST_CHILDREN,
    tells: { field: 'moving_with', category: 'household', household: true, label: label.moving_with },
    parts: [
      {
        kind: 'names',
        name: 'names',
        section: 'people',
        words: words.childNames,
        tells: { field: 'names', category: 'name' },
      },
      {
        kind: 'date',
        name: 'birth-date',
        section: 'people',
        words: words.childBirthDate,
        optional: true,
        earliest: (today) => addDays(addYears(today, -CHILD_UNDER), 1),
        latest: (today) => today,
        tells: { field: 'birth_date', category: 'birth-date' },
      },
    ],
  },
  ...numberQuestions({ section: 'numbers', keptAs }),
]

/** Those of earlier reports who cannot report a move themselves. */
export const childrenHeld = (known: Known) => keptChildren(known, CHILD_UNDER)
