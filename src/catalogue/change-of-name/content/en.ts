export const en = {
  event: {
    name: 'You have changed your name or are going to change it',
    short: 'Change of name',
    description: 'You do not have to say why.',
    sections: {
      safety: 'Your safety',
      name: 'Your new name',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      {
        text: 'HM Passport Office and the photo on your driving licence. You must apply for these. We give you the links when you have sent this report.',
      },
      {
        text: 'Your bank, your employer, your landlord, your insurers and firms that supply gas, electricity or water. Tell them yourself.',
      },
    ],
    yourself: [
      {
        text: 'get a deed poll, if you need one to show your new name',
        href: 'https://www.gov.uk/change-name-deed-poll',
      },
      { text: 'check that you can still vote in your new name', href: 'https://www.gov.uk/register-to-vote' },
      { text: 'tell your pension providers', href: 'https://www.gov.uk/find-pension-contact-details' },
      {
        text: 'tell your bank, your employer, your insurers and the firms that supply gas, electricity and water',
        href: 'https://www.citizensadvice.org.uk/family/',
      },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a change of name',
      paragraphs: [
        'A parent or guardian can tell each body about your new name.',
        'If you have no parent or guardian, your council can help you.',
      ],
    },
  },
  questions: {
    newName: {
      title: 'What is your new name?',
      row: 'New name',
      hint: 'Write it as it is on the document that shows your new name.',
      errors: {
        firstBlank: 'Enter your new first names',
        lastBlank: 'Enter your new last name',
        tooLong: 'Each part of your new name must be 100 characters or fewer',
      },
    },
    oldName: {
      title: 'What was your name before?',
      row: 'Old name',
      hint: 'Bodies need it to find your record.',
      errors: {
        firstBlank: 'Enter your old first names',
        lastBlank: 'Enter your old last name',
        tooLong: 'Each part of your old name must be 100 characters or fewer',
      },
    },
    when: {
      title: 'What is the date of your name change?',
      row: 'Date of your name change',
      hint: 'It can be up to 3 months in the future. Use the date of your wedding or the date on your document. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date of your name change',
        partlyBlank: (missing: string) => `The date of your name change must include a ${missing}`,
        notReal: 'The date of your name change must be a real date',
        tooEarly: (date: string) => `The date of your name change must be ${date} or later`,
        tooLate: (date: string) => `The date of your name change must be ${date} or earlier`,
      },
    },
    reason: {
      title: 'Why is your name changing?',
      row: 'Reason',
      hint: 'You do not have to say.',
      options: {
        marriage: 'I got married',
        'civil-partnership': 'I formed a civil partnership',
        divorce: 'My marriage or civil partnership ended',
        'deed-poll': 'I chose a new name, for example by deed poll',
        'gender-recognition': 'My gender has changed',
        'not-said': 'I do not want to say',
      },
      optionHints: {
        'gender-recognition': 'We tell nobody that this is the reason, unless you say on the next page that we can.',
        'not-said': 'No body is told a reason. This changes nothing else.',
      },
      errors: { blank: 'Select why your name is changing, or select ‘I do not want to say’' },
    },
    tellReason: {
      title: 'Can we tell bodies that the reason is your gender?',
      row: 'Tell bodies that the reason is your gender',
      hint: 'The law protects this. If you select no, bodies are told no reason, as for anyone who does not want to say.',
      options: { yes: 'Yes, you can tell them', no: 'No, tell no one the reason' },
      errors: { blank: 'Select yes if we can tell bodies that the reason is your gender' },
    },
    evidence: {
      title: 'What is the reference on the document that shows your new name? (optional)',
      row: 'Reference on your document',
      hint: 'For example, the number of your marriage certificate, your final order or your deed poll. Leave it blank if there is none.',
      errors: {
        blank: 'Enter the reference on your document',
        wrong: 'Enter the reference as it is on the document, with at least one digit and no more than 40 characters',
      },
    },
  },
  consequences: {
    passport: {
      title: 'Your passport stays in your old name',
      paragraphs: [
        'We do not tell HM Passport Office. You must apply for a passport in your new name. Your old one is then cancelled.',
        'If you have booked a trip, your ticket must have the name that is in your passport. So should your driving licence, if you drive abroad. You can travel first, and have a body told later.',
      ],
      link: { text: 'Change your name in your passport', href: 'https://www.gov.uk/changing-passport-information' },
    },
    oldName: {
      title: 'Your old and your new name together can show that your gender has changed',
      paragraphs: [
        'A body needs your old name to find your record. It is not told the reason if you said no.',
        'You can hold back a body, or speak to it first. HM Revenue and Customs and the Department for Work and Pensions can limit who sees your record.',
      ],
      link: {
        text: 'How HM Revenue and Customs protects your record',
        href: 'https://www.gov.uk/tell-hmrc-change-of-details/gender-change',
      },
    },
  },
  handOffs: {
    passport: { text: 'Apply for a passport in your new name' },
    licence: { text: 'Apply for a driving licence in your new name' },
  },
  fields: { reason: 'Reason for the change of name' },
}
