import { addDays, addYears } from '../../shared/dates.ts'
import { ukAddressQuestions } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import { numberFormats } from '../matching-numbers.ts'
import { homeQuestions } from '../reporter.ts'
import { safetyQuestion } from '../safety.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { councilUnknown, namesOthers, registration } from './who-died.ts'

const words = inBoth(en.questions, cy.questions)
const label = inBoth(en.fields, cy.fields)

// Nobody has lived longer (122 years), and a later notice than ten years is one for each body by itself.
const OLDEST_YEARS = 125
const EARLIEST_DEATH_YEARS = 10
// Tell Us Once takes up to five keeperships and the Design System's pattern is for short lists.
const MOST_VEHICLES = 5
const MOST_PENSIONS = 5

const chose = (given: Answers, name: string, option: string) => answerTo('radios', given, name) === option

const phone = (text: string) => {
  const digits = text.replace(/[\s().-]/g, '')
  return /^\+?\d{9,15}$/.test(digits) ? digits : undefined
}

const upTo = (most: number) => (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= most ? line : undefined
}

const passportNumber = (text: string) => {
  const digits = text.replace(/\s/g, '')
  return /^\d{9}$/.test(digits) ? digits : undefined
}

export const questions: readonly Question[] = [
  {
    kind: 'radios',
    name: 'has-reference',
    section: 'registration',
    words: words.hasReference,
    options: ['yes', 'no'],
    askedWhen: (_given, { proved }) => proved,
  },
  {
    kind: 'registration',
    name: 'registration',
    section: 'registration',
    words: words.registration,
    // Who has not proved who they are shows with it that the death is theirs to report.
    askedWhen: (given, { proved }) => !proved || chose(given, 'has-reference', 'yes'),
  },
  {
    kind: 'names',
    name: 'names',
    section: 'person',
    words: words.names,
    held: (given) => verified(registration(given)?.names),
  },
  {
    kind: 'date',
    name: 'birth-date',
    section: 'person',
    words: words.birthDate,
    earliest: (today) => addYears(today, -OLDEST_YEARS),
    latest: (today) => today,
    held: (given) => verified(registration(given)?.birthDate),
  },
  {
    kind: 'date',
    name: 'death-date',
    section: 'person',
    words: words.deathDate,
    earliest: (today) => addYears(today, -EARLIEST_DEATH_YEARS),
    latest: (today) => today,
    held: (given) => verified(registration(given)?.deathDate),
  },
  ...ukAddressQuestions(
    { prefix: 'deceased', section: 'person', askedWhen: () => true, ofOther: true },
    { postcode: words.postcode, choice: words.choice, byHand: words.byHand },
  ),
  { kind: 'council', name: 'deceased-council', section: 'person', words: words.council, askedWhen: councilUnknown },
  {
    kind: 'radios',
    name: 'place',
    section: 'person',
    words: words.place,
    options: ['home', 'hospital', 'care-home', 'hospice', 'elsewhere'],
  },
  {
    kind: 'text',
    name: 'place-name',
    section: 'person',
    words: words.placeName,
    format: upTo(200),
    width: 30,
    mayNotKnow: true,
    askedWhen: inCare,
  },
  {
    kind: 'radios',
    name: 'stay',
    section: 'person',
    words: words.stay,
    options: ['yes', 'no'],
    mayNotKnow: true,
    askedWhen: inCare,
  },
  safetyQuestion('reporter'),
  {
    kind: 'radios',
    name: 'relationship',
    section: 'reporter',
    words: words.relationship,
    options: ['partner', 'child', 'parent', 'other-relative', 'executor', 'friend', 'professional'],
    tells: { field: 'reporter_relationship', label: label.relationship, category: 'household', always: true },
  },
  {
    kind: 'names',
    name: 'reporter-names',
    section: 'reporter',
    words: words.reporterNames,
    askedWhen: (_given, { proved }) => !proved,
  },
  ...homeQuestions('reporter'),
  {
    kind: 'text',
    name: 'reporter-phone',
    section: 'reporter',
    words: words.reporterPhone,
    format: phone,
    width: 20,
    inputmode: 'tel',
    autocomplete: 'tel',
    mayNotKnow: true,
    askedWhen: (_given, { identity, kept }) => !identity.phone && !kept.contact?.phone,
  },
  {
    kind: 'radios',
    name: 'estate',
    section: 'estate',
    words: words.estate,
    options: ['me', 'other', 'nobody'],
  },
  {
    kind: 'names',
    name: 'executor-names',
    section: 'estate',
    words: words.executorNames,
    // Permission was given for whoever was named then.
    forgets: ['permission'],
    askedWhen: (given) => chose(given, 'estate', 'other'),
  },
  ...ukAddressQuestions(
    { prefix: 'executor', section: 'estate', askedWhen: (given) => chose(given, 'estate', 'other'), ofOther: true },
    { postcode: words.executorPostcode, choice: words.executorChoice, byHand: words.executorByHand },
  ),
  {
    kind: 'text',
    name: 'executor-phone',
    section: 'estate',
    words: words.executorPhone,
    format: phone,
    width: 20,
    inputmode: 'tel',
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'estate', 'other'),
  },
  {
    kind: 'radios',
    name: 'survivor',
    section: 'family',
    words: words.survivor,
    options: ['me', 'other', 'no'],
    askedWhen: (given) => !chose(given, 'relationship', 'partner'),
  },
  {
    kind: 'names',
    name: 'partner-names',
    section: 'family',
    words: words.partnerNames,
    forgets: ['permission'],
    askedWhen: (given) => chose(given, 'survivor', 'other'),
  },
  {
    kind: 'date',
    name: 'partner-birth-date',
    section: 'family',
    words: words.partnerBirthDate,
    earliest: (today) => addYears(today, -OLDEST_YEARS),
    latest: (today) => addDays(today, -1),
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'survivor', 'other'),
  },
  {
    kind: 'text',
    name: 'partner-phone',
    section: 'family',
    words: words.partnerPhone,
    format: phone,
    width: 20,
    inputmode: 'tel',
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'survivor', 'other'),
  },
  {
    kind: 'names',
    name: 'kin-names',
    section: 'family',
    words: words.kinNames,
    forgets: ['permission'],
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'survivor', 'no') && !isKin(given),
  },
  {
    kind: 'text',
    name: 'national-insurance',
    section: 'services',
    words: words.nationalInsurance,
    format: numberFormats.national_insurance_number,
    width: 20,
    mayNotKnow: true,
    tells: { field: 'deceased_national_insurance_number', label: label.nationalInsurance, category: 'identity-number' },
  },
  {
    kind: 'checkboxes',
    name: 'benefits',
    section: 'services',
    words: words.benefits,
    options: [
      'state-pension',
      'pension-credit',
      'universal-credit',
      'attendance-allowance',
      'personal-independence-payment',
      'carers-allowance',
      'child-benefit',
      'none',
    ],
    alone: 'none',
    tells: { field: 'deceased_benefits', label: label.benefits, category: 'benefits' },
  },
  {
    kind: 'checkboxes',
    name: 'council-services',
    section: 'services',
    words: words.council_services,
    options: [
      'council-tax',
      'housing-benefit',
      'council-housing',
      'blue-badge',
      'electoral-register',
      'adult-social-care',
      'bus-pass',
      'library',
      'none',
    ],
    alone: 'none',
    tells: { field: 'deceased_council_services', label: label.councilServices, category: 'council-tax' },
  },
  {
    kind: 'radios',
    name: 'passport',
    section: 'services',
    words: words.passport,
    options: ['yes', 'no', 'unsure'],
  },
  {
    kind: 'text',
    name: 'passport-number',
    section: 'services',
    words: words.passportNumber,
    format: passportNumber,
    width: 10,
    inputmode: 'numeric',
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'passport', 'yes'),
    tells: { field: 'deceased_passport_number', label: label.passportNumber, category: 'identity-number' },
  },
  {
    kind: 'radios',
    name: 'keepsake',
    section: 'services',
    words: words.keepsake,
    options: ['yes', 'no'],
    askedWhen: (given) => chose(given, 'passport', 'yes'),
    tells: { field: 'passport_keepsake', category: 'identity-number' },
  },
  {
    kind: 'radios',
    name: 'licence',
    section: 'services',
    words: words.licence,
    options: ['yes', 'no', 'unsure'],
  },
  {
    kind: 'text',
    name: 'licence-number',
    section: 'services',
    words: words.driverNumber,
    format: numberFormats.driver_number,
    width: 20,
    mayNotKnow: true,
    askedWhen: (given) => chose(given, 'licence', 'yes'),
    tells: { field: 'deceased_driver_number', label: label.driverNumber, category: 'driving-licence' },
  },
  {
    kind: 'radios',
    name: 'has-vehicles',
    section: 'services',
    words: words.hasVehicles,
    options: ['yes', 'no'],
  },
  {
    kind: 'list',
    name: 'vehicles',
    section: 'services',
    words: words.vehicles,
    askedWhen: (given) => chose(given, 'has-vehicles', 'yes'),
    most: MOST_VEHICLES,
    tells: { field: 'deceased_vehicles', label: label.vehicles, category: 'vehicle' },
    parts: [
      {
        kind: 'text',
        name: 'registration-mark',
        section: 'services',
        words: words.registrationMark,
        format: numberFormats.vehicle_registration,
        width: 10,
        tells: { field: 'registration', category: 'vehicle' },
      },
      {
        kind: 'radios',
        name: 'motability',
        section: 'services',
        words: words.motability,
        options: ['yes', 'no'],
        tells: { field: 'motability', category: 'vehicle' },
      },
      {
        kind: 'radios',
        name: 'personalised',
        section: 'services',
        words: words.personalised,
        options: ['yes', 'no'],
        tells: { field: 'personalised_number_kept', category: 'vehicle' },
      },
    ],
  },
  {
    kind: 'radios',
    name: 'has-pensions',
    section: 'services',
    words: words.hasPensions,
    options: ['yes', 'no'],
  },
  {
    kind: 'list',
    name: 'pensions',
    section: 'services',
    words: words.pensions,
    askedWhen: (given) => chose(given, 'has-pensions', 'yes'),
    most: MOST_PENSIONS,
    // No scheme learns of the pensions of others.
    tells: { field: 'deceased_pensions', label: label.pensions, category: 'work-and-income', split: 'scheme' },
    parts: [
      {
        kind: 'radios',
        name: 'scheme',
        section: 'services',
        words: words.scheme,
        options: ['armed-forces', 'civil-service', 'nhs', 'teachers', 'local-government', 'other'],
        tells: { field: 'scheme', category: 'work-and-income' },
      },
      {
        kind: 'text',
        name: 'pension-number',
        section: 'services',
        words: words.pensionNumber,
        format: upTo(30),
        width: 20,
        optional: true,
        tells: { field: 'number', category: 'identity-number' },
      },
    ],
  },
  {
    kind: 'statement',
    name: 'permission',
    section: 'permission',
    words: words.permission,
    askedWhen: namesOthers,
    tells: { field: 'permission_given_at', category: 'dates' },
  },
]

function inCare(given: Answers): boolean {
  return ['hospital', 'care-home', 'hospice'].includes(answerTo('radios', given, 'place') ?? '')
}

/** Their closest relative is the one who reports: then there is nobody to ask for. */
function isKin(given: Answers): boolean {
  return ['child', 'parent'].includes(answerTo('radios', given, 'relationship') ?? '')
}

function verified<Answer>(answer: Answer | undefined) {
  return answer === undefined ? undefined : { answer, verified: true, by: 'registrar' as const }
}
