export const en = {
  event: {
    name: 'You have got married or formed a civil partnership',
    short: 'Marriage or civil partnership',
    description: 'This can change your tax, your benefits and your pension.',
    sections: {
      safety: 'Your safety',
      ceremony: 'Your marriage or civil partnership',
      partner: 'Your partner',
      name: 'Your name',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      {
        text: 'Your private and workplace pensions. Ask them who gets your pension if you die.',
        href: 'https://www.gov.uk/find-pension-contact-details',
      },
      { text: 'Your bank, your employer, your landlord and your insurers. Tell them yourself.' },
    ],
    yourself: [
      {
        text: 'apply for Marriage Allowance, if HM Revenue and Customs does not offer it to you',
        href: 'https://www.gov.uk/marriage-allowance',
      },
      {
        text: 'make a new will: in England, Wales and Northern Ireland, one you made before usually no longer counts',
        href: 'https://www.gov.uk/make-will/updating-your-will',
      },
      { text: 'report your new address, if you have moved', href: '/report' },
      {
        text: 'get help if you did not want to marry',
        href: 'https://www.gov.uk/stop-forced-marriage',
      },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a marriage or civil partnership',
      paragraphs: [
        'No one in the UK can marry or form a civil partnership before they are 16. In England and Wales you must be 18.',
        'If anyone makes you marry, call the Forced Marriage Unit on 020 7008 0151. If you are in danger now, call 999.',
      ],
    },
  },
  questions: {
    kind: {
      title: 'Did you get married or form a civil partnership?',
      row: 'What happened',
      options: { marriage: 'I got married', 'civil-partnership': 'I formed a civil partnership' },
      errors: { blank: 'Select if you got married or formed a civil partnership' },
    },
    when: {
      title: 'What was the date of the ceremony?',
      row: 'Date of the ceremony',
      hint: 'Or the date you signed the register. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date of the ceremony',
        partlyBlank: (missing: string) => `The date of the ceremony must include a ${missing}`,
        notReal: 'The date of the ceremony must be a real date',
        tooEarly: (date: string) => `The date of the ceremony must be ${date} or later`,
        tooLate: () => 'The date of the ceremony must be today or in the past',
      },
    },
    place: {
      title: 'Where was the ceremony?',
      row: 'Place of the ceremony',
      hint: 'Give the building and the town. If it was outside the UK, give the country too.',
      errors: {
        blank: 'Enter where the ceremony was',
        wrong: 'Where the ceremony was must be 100 characters or fewer',
      },
    },
    registration: {
      title: 'What is the number on your certificate? (optional)',
      row: 'Number on the certificate',
      hint: 'It may be called an entry number or a registration number. Leave it blank if you do not have the certificate yet.',
      errors: {
        blank: 'Enter the number on your certificate',
        wrong: 'Enter the number as it is on the certificate, with at least one digit and no more than 40 characters',
      },
    },
    consent: {
      title: 'Permission to give your partner’s details',
      row: 'Your partner’s permission',
      paragraphs: [
        'We ask for your partner’s name and date of birth, because some bodies have one record for the two of you. Ask your partner first if you can give us these.',
        'If your partner also wants to tell public bodies, they can send a report of their own.',
      ],
      label: 'I have my partner’s permission to give their name and date of birth',
      errors: { blank: 'Confirm that you have your partner’s permission to give their details' },
    },
    partnerChoice: {
      title: 'Who is your partner?',
      options: { kept: 'The partner that you told us about before', other: 'Someone else' },
      errors: { blank: 'Select who your partner is' },
    },
    partnerNames: {
      title: 'What is your partner’s name?',
      row: 'Partner’s name',
      hint: 'Give the name that they had before the ceremony.',
      errors: {
        firstBlank: 'Enter your partner’s first names',
        lastBlank: 'Enter your partner’s last name',
        tooLong: 'Each part of your partner’s name must be 100 characters or fewer',
      },
    },
    partnerBirthDate: {
      title: 'What is your partner’s date of birth?',
      row: 'Partner’s date of birth',
      hint: 'For example, 27 3 1996.',
      errors: {
        blank: 'Enter your partner’s date of birth',
        partlyBlank: (missing: string) => `Your partner’s date of birth must include a ${missing}`,
        notReal: 'Your partner’s date of birth must be a real date',
        tooEarly: (date: string) => `Your partner’s date of birth must be ${date} or later`,
        tooLate: (date: string) => `Your partner’s date of birth must be ${date} or earlier`,
      },
    },
    nameChanges: {
      title: 'Is your name changing?',
      row: 'Your name is changing',
      hint: 'If it is, you report your new name after this. Bodies keep your old name until then.',
      options: { yes: 'Yes, my name is changing', no: 'No, I am keeping my name' },
      errors: { blank: 'Select yes if your name is changing' },
    },
  },
  consequences: {
    jointClaim: {
      title: 'You may have to claim Universal Credit together',
      paragraphs: [
        'If one of you gets Universal Credit and you live together, you need a joint claim. How much you are paid can go up or down.',
        'You are both asked about your money.',
      ],
      link: {
        text: 'Universal Credit if you live with your partner',
        href: 'https://www.gov.uk/universal-credit/eligibility',
      },
    },
    widowed: {
      title: 'Some payments stop when you marry or form a civil partnership',
      paragraphs: [
        'These are mostly pensions and benefits that you get because a partner died. For example, Widowed Parent’s Allowance and some work pensions.',
        'If you get one of these, ask who pays it what will change.',
      ],
    },
  },
  handOffs: {
    name: { text: 'Report your new name' },
  },
  fields: { kind: 'Marriage or civil partnership', partner: 'Your partner' },
}
