import { addressGiven } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'

/** What the registrar has on record, once the reference and the date of death were found to belong together. */
export const registration = (given: Answers) => answerTo('registration', given, 'registration')

export const namesOfDeceased = (given: Answers) => registration(given)?.names ?? answerTo('names', given, 'names')

export const birthDateOfDeceased = (given: Answers) =>
  registration(given)?.birthDate ?? answerTo('date', given, 'birth-date')

export const dateOfDeath = (given: Answers) => registration(given)?.deathDate ?? answerTo('date', given, 'death-date')

export const homeOfDeceased = (given: Answers) => addressGiven(given, 'deceased')

export const councilUnknown = (given: Answers) => {
  const home = homeOfDeceased(given)
  return home !== undefined && !home.councils
}

/** GSS codes: of the home if they could be worked out, otherwise as the reporter said. */
export const areas = (given: Answers): string[] =>
  homeOfDeceased(given)?.councils ?? answerTo('council', given, 'deceased-council') ?? []

/** Somebody else's details are among the answers: that needs their permission. */
export const namesOthers = (given: Answers) =>
  ['executor-names', 'partner-names', 'kin-names'].some((name) => answerTo('names', given, name) !== undefined)
