export const en = {
  title: 'Find records under your numbers',
  intro:
    'Some public bodies record uses of your data under your National Insurance number or NHS number. Tell us the number to see those records too.',
  how: 'We ask a public body that knows these numbers if this one is yours. It gets the number, your name and your date of birth, and answers only yes or no. We do not keep the number.',
  linked: 'Numbers you see records for',
  types: { nino: 'National Insurance number', 'nhs-number': 'NHS number' },
  since: (day: string) => `Since ${day}`,
  remove: 'Stop showing these records',
  removeOf: (type: string) => `: ${type}`,
  which: 'Which number do you have?',
  number: 'The number',
  hint: 'A National Insurance number looks like QQ 12 34 56 C. An NHS number has 10 digits.',
  submit: 'Find records',
  back: 'Who used your data',
  success: 'Success',
  done: {
    confirmed: 'The number is yours. The records under it are in your list now.',
    unlinked: 'Records under this number are not in your list any more.',
  },
  problems: {
    'not-confirmed':
      'The body could not confirm that this number is yours. Check it, and that your name is the same on its letters.',
    'no-answer': 'The body did not answer. Nothing is wrong with what you typed. Try again later.',
    taken: 'We cannot show records under this number here. Contact us, and we will look into it.',
    'too-many': 'You have tried too often. Try again tomorrow.',
  },
  errors: {
    type: 'Select which number you have',
    blank: 'Enter the number',
    form: {
      nino: 'Enter a National Insurance number in the correct format, like QQ 12 34 56 C',
      'nhs-number': 'Enter an NHS number in the correct format: it has 10 digits',
    },
  },
}
