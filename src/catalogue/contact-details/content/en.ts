export const en = {
  event: {
    name: 'Your contact details have changed',
    short: 'Contact details and format',
    description: 'Your phone number, your email address, or how you want to be written to. You choose who we tell.',
    sections: {
      safety: 'Your safety',
      contact: 'How to reach you',
      reading: 'How to write to you',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      {
        text: 'GOV.UK One Login. Change your phone number and your email address there yourself.',
        href: 'https://home.account.gov.uk/',
      },
      { text: 'Your bank, your doctor, your school and your employer. Tell them yourself.' },
    ],
    yourself: [
      { text: 'change how you sign in to GOV.UK One Login', href: 'https://home.account.gov.uk/' },
      { text: 'tell your GP which format you need', href: 'https://www.nhs.uk/nhs-services/gps/' },
    ],
    tooYoung: {
      title: 'You must be 13 or over to report new contact details',
      paragraphs: ['A parent or guardian can tell bodies how to reach you.'],
    },
  },
  questions: {
    changes: {
      title: 'What do you want to change?',
      row: 'What you want to change',
      hint: 'Select all that apply.',
      options: {
        phone: 'My phone number',
        email: 'My email address',
        language: 'The language that I am written to in',
        format: 'The format of letters',
      },
      optionHints: { format: 'For example, large print, Braille or Easy Read.' },
      errors: { blank: 'Select what you want to change' },
    },
    phone: {
      title: 'What is your new phone number?',
      row: 'New phone number',
      hint: 'For a number outside the UK, include the country code.',
      errors: {
        blank: 'Enter your new phone number',
        wrong: 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
      },
    },
    email: {
      title: 'What is your new email address?',
      row: 'New email address',
      hint: 'It must be one that only you can read.',
      errors: {
        blank: 'Enter your new email address',
        wrong: 'Enter an email address in the correct format, like name@example.com',
      },
    },
    language: {
      title: 'Which language do you want to be written to in?',
      row: 'Language of letters',
      hint: 'Not every body writes in Welsh.',
      options: { english: 'English', welsh: 'Welsh' },
      errors: { blank: 'Select which language you want to be written to in' },
    },
    format: {
      title: 'Which format do you want letters in?',
      row: 'Format of letters',
      hint: 'This can say something about your health, so a body is told only if you agree to it.',
      options: {
        standard: 'Standard print',
        'large-print': 'Large print',
        braille: 'Braille',
        'easy-read': 'Easy Read',
        audio: 'Audio',
      },
      optionHints: {
        'large-print': 'At least 16 point',
        'easy-read': 'Short sentences with pictures',
        audio: 'To listen to, on a CD or as a file',
      },
      errors: { blank: 'Select which format you want letters in' },
    },
  },
}
