import { addressGiven } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import { lifeEvent, type About, type Consequence, type Facts } from '../life-event.ts'
import { placeOf } from '../postal-address.ts'
import { inBoth } from '../question-words.ts'
import { homeGiven, reporterFacts, reporterFields } from '../reporter.ts'
import { atRisk } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { fields, type Executor, type PlaceOfDeath, type SurvivingPartner } from './fields.ts'
import { questions } from './questions.ts'
import { areas, birthDateOfDeceased, dateOfDeath, homeOfDeceased, namesOfDeceased, registration } from './who-died.ts'

const { names, birth_date, address, contact, handle_with_care } = reporterFields
const words = inBoth(en.consequences, cy.consequences)

const someVehicle = (given: Answers, part: string) =>
  answerTo('list', given, 'vehicles')?.items.some((item) => item[part] === 'yes') ?? false

const consequences: readonly Consequence[] = [
  {
    name: 'motability',
    field: 'deceased_vehicles',
    when: (given) => someVehicle(given, 'motability'),
    words: words.motability,
  },
  {
    name: 'personalised-number',
    field: 'deceased_vehicles',
    when: (given) => someVehicle(given, 'personalised'),
    words: words.personalised,
  },
  {
    name: 'keepsake',
    field: 'deceased_passport_number',
    when: (given) => answerTo('radios', given, 'keepsake') === 'yes',
    words: words.keepsake,
  },
]

/** As today's service: whoever holds the registrar's reference may report, proved or not. */
export const death = lifeEvent({
  type: 'death',
  minimumAge: 16,
  reporters: 'signed-in',
  tasks: true,
  coolingOff: true,
  words: { en: en.event, cy: cy.event },
  questions,
  fields: { names, birth_date, address, contact, handle_with_care, ...fields },
  facts,
  areas,
  safety: atRisk,
  numbers: () => ({}),
  consequences,
  about,
})

function facts(given: Answers, known: Known): Facts {
  const home = homeOfDeceased(given)
  return {
    ...reporterFacts(given, known),
    ...reporterAsGiven(given, known),
    deceased_names: namesOfDeceased(given),
    deceased_birth_date: birthDateOfDeceased(given),
    death_date: dateOfDeath(given),
    ...optional('deceased_address', home && placeOf(home.address)),
    ...optional('place_of_death', placeOfDeath(given)),
    ...optional('executor', executor(given, known)),
    ...optional('surviving_partner', survivingPartner(given, known)),
    ...optional('next_of_kin', nextOfKin(given)),
    ...optional('registration_reference', registration(given)?.reference),
  }
}

/** What somebody says of themselves who has not proved who they are, and a phone number that nobody had. */
function reporterAsGiven(given: Answers, known: Known): Facts {
  const phone = answerTo('text', given, 'reporter-phone')
  const { contact: held } = reporterFacts(given, known)
  return {
    ...optional('names', answerTo('names', given, 'reporter-names')),
    ...(phone && { contact: { ...(held as object | undefined), phone } }),
  }
}

function placeOfDeath(given: Answers): PlaceOfDeath | undefined {
  const kind = answerTo('radios', given, 'place') as PlaceOfDeath['kind'] | undefined
  if (!kind) return undefined
  const name = answerTo('text', given, 'place-name')
  const stay = answerTo('radios', given, 'stay')
  return { kind, ...(name && { name }), ...(stay && { stay_28_days: stay === 'yes' }) }
}

function executor(given: Answers, known: Known): Executor | undefined {
  const who = answerTo('radios', given, 'estate')
  if (who === 'me') return reporterAs(given, known)
  const named = answerTo('names', given, 'executor-names')
  if (who !== 'other' || !named) return undefined
  const place = addressGiven(given, 'executor')
  const phone = answerTo('text', given, 'executor-phone')
  return { names: named, ...(place && { address: placeOf(place.address) }), ...(phone && { phone }) }
}

function reporterAs(given: Answers, known: Known): Executor | undefined {
  const { names: own, contact: reached } = { ...reporterFacts(given, known), ...reporterAsGiven(given, known) }
  const place = homeGiven(given)
  const phone = (reached as { phone?: string } | undefined)?.phone
  if (!own) return undefined
  return {
    names: own as Executor['names'],
    ...(place && { address: placeOf(place.address) }),
    ...(phone && { phone }),
  }
}

function survivingPartner(given: Answers, known: Known): SurvivingPartner | undefined {
  const isReporter =
    answerTo('radios', given, 'relationship') === 'partner' || answerTo('radios', given, 'survivor') === 'me'
  const phone = answerTo('text', given, 'partner-phone')
  if (isReporter) return reporterAsPartner(given, known)
  const named = answerTo('names', given, 'partner-names')
  if (!named) return undefined
  const birthDate = answerTo('date', given, 'partner-birth-date')
  return { names: named, ...(birthDate && { birth_date: birthDate }), ...(phone && { phone }) }
}

function reporterAsPartner(given: Answers, known: Known): SurvivingPartner | undefined {
  const own = reporterAs(given, known)
  if (!own) return undefined
  const { names: named, phone } = own
  const { birth_date: birthDate } = reporterFacts(given, known)
  return { names: named, ...(birthDate ? { birth_date: birthDate as string } : {}), ...(phone && { phone }) }
}

function nextOfKin(given: Answers) {
  const named = answerTo('names', given, 'kin-names')
  return named && { names: named }
}

function about(given: Answers): About | undefined {
  const [who, birthDate, date] = [namesOfDeceased(given), birthDateOfDeceased(given), dateOfDeath(given)]
  if (!who || !birthDate || !date) return undefined
  return {
    names: who,
    birthDate,
    date,
    passportNumbers: present(answerTo('text', given, 'passport-number')),
    driverNumbers: present(answerTo('text', given, 'licence-number')),
    postcodes: present(homeOfDeceased(given)?.address.postalCode),
    relationship: answerTo('radios', given, 'relationship') ?? 'other',
  }
}

const present = (text: string | undefined) => (text === undefined ? [] : [text])

const optional = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })
