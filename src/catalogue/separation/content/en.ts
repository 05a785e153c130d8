export const en = {
  event: {
    name: 'You have separated or your marriage or civil partnership has ended',
    short: 'Separation or divorce',
    description: 'We never tell your former partner.',
    sections: {
      safety: 'Your safety',
      ending: 'What has happened',
      partner: 'Your former partner',
      children: 'Your children',
      name: 'Your name',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      {
        text: 'The court. If you want a divorce, you must apply for it.',
        href: 'https://www.gov.uk/divorce',
      },
      { text: 'Your bank, your landlord, your lender and your insurers. Tell them yourself.' },
      {
        text: 'Your private and workplace pensions. Ask them who gets your pension if you die.',
        href: 'https://www.gov.uk/find-pension-contact-details',
      },
    ],
    yourself: [
      {
        text: 'get help if you are afraid of someone',
        href: 'https://www.gov.uk/guidance/domestic-abuse-how-to-get-help',
      },
      { text: 'report your new address, if you have moved', href: '/report' },
      {
        text: 'pay less Council Tax, if you are the only adult in your home',
        href: 'https://www.gov.uk/apply-for-council-tax-discount',
      },
      {
        text: 'agree on money for your children, or get help with it',
        href: 'https://www.gov.uk/making-child-maintenance-arrangement',
      },
      {
        text: 'share out money, property and pensions',
        href: 'https://www.gov.uk/money-property-when-relationship-ends',
      },
      { text: 'look again at your will', href: 'https://www.gov.uk/make-will/updating-your-will' },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a separation',
      paragraphs: [
        'If you want to talk to someone, call Childline on 0800 1111. It is free.',
        'If you are in danger now, call 999.',
      ],
    },
  },
  questions: {
    kind: {
      title: 'What has happened?',
      row: 'What has happened',
      options: {
        separation: 'We have separated',
        divorce: 'We are divorced',
        dissolution: 'Our civil partnership has ended',
      },
      optionHints: {
        separation: 'You no longer live as a couple. You may still be married or in a civil partnership.',
        divorce: 'You have a final order (or decree absolute).',
        dissolution: 'You have a final order.',
      },
      errors: { blank: 'Select what has happened' },
    },
    when: {
      title: 'When did this happen?',
      row: 'Date it happened',
      hint: 'The day that you separated, or the date on your final order. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date when this happened',
        partlyBlank: (missing: string) => `The date when this happened must include a ${missing}`,
        notReal: 'The date when this happened must be a real date',
        tooEarly: (date: string) => `The date when this happened must be ${date} or later`,
        tooLate: () => 'The date when this happened must be today or in the past',
      },
    },
    order: {
      title: 'What is the case number on your final order?',
      row: 'Case number of the order',
      hint: 'It is at the top of the order. For example, 1234-5678-9012-3456.',
      errors: {
        blank: 'Enter the case number on your final order',
        wrong: 'Enter the case number as it is on the order, with at least one digit and no more than 40 characters',
      },
    },
    namePartner: {
      title: 'Do you want to tell us who your former partner is?',
      row: 'Tell us who your former partner is',
      hint: 'You do not have to. It helps a body that has one record for the two of you. We do not contact your former partner.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if you want to tell us who your former partner is' },
    },
    partnerChoice: {
      title: 'Who is your former partner?',
      options: { kept: 'The partner that you told us about before', other: 'Someone else' },
      errors: { blank: 'Select who your former partner is' },
    },
    partnerNames: {
      title: 'What is your former partner’s name?',
      row: 'Former partner’s name',
      errors: {
        firstBlank: 'Enter your former partner’s first names',
        lastBlank: 'Enter your former partner’s last name',
        tooLong: 'Each part of your former partner’s name must be 100 characters or fewer',
      },
    },
    partnerBirthDate: {
      title: 'What is your former partner’s date of birth?',
      row: 'Former partner’s date of birth',
      hint: 'For example, 27 3 1996.',
      errors: {
        blank: 'Enter your former partner’s date of birth',
        partlyBlank: (missing: string) => `Your former partner’s date of birth must include a ${missing}`,
        notReal: 'Your former partner’s date of birth must be a real date',
        tooEarly: (date: string) => `Your former partner’s date of birth must be ${date} or later`,
        tooLate: (date: string) => `Your former partner’s date of birth must be ${date} or earlier`,
      },
    },
    children: {
      title: 'Who do your children live with?',
      row: 'Your children live with',
      hint: 'This is about children aged under 16, or under 20 if they are still at school or college.',
      options: {
        me: 'With me most of the time',
        'former-partner': 'With my former partner most of the time',
        both: 'With each of us for about half of the time',
        'someone-else': 'With someone else',
        none: 'I have no children of that age',
      },
      errors: { blank: 'Select who your children live with, or select ‘I have no children of that age’' },
    },
    nameChanges: {
      title: 'Is your name changing?',
      row: 'Your name is changing',
      hint: 'For example, you go back to the name you had before. If it is, you report your new name after this.',
      options: { yes: 'Yes, my name is changing', no: 'No, I am keeping my name' },
      errors: { blank: 'Select yes if your name is changing' },
    },
  },
  consequences: {
    jointClaim: {
      title: 'What you get or pay together with your former partner will change',
      paragraphs: [
        'A joint claim for Universal Credit ends. Each of you needs a claim of your own, and your former partner is told that the joint claim has ended.',
        'Marriage Allowance and Council Tax can change for you both.',
      ],
      link: {
        text: 'Changes to report to Universal Credit',
        href: 'https://www.gov.uk/universal-credit/changes-of-circumstances',
      },
    },
    mayFindOut: {
      title: 'Your former partner may notice',
      paragraphs: [
        'We tell them nothing. But if you share a claim or an account with them, it can change when a body knows. They may then work out that you told someone.',
        'You can hold back a body until you are safe. A helpline can help you plan this.',
      ],
      link: {
        text: 'Get help with domestic abuse',
        href: 'https://www.gov.uk/guidance/domestic-abuse-how-to-get-help',
      },
    },
  },
  handOffs: {
    name: { text: 'Report your new name' },
  },
  fields: {
    kind: 'Separation or divorce',
    when: 'Date of the separation or divorce',
    formerPartner: 'Your former partner',
    children: 'Your children live with',
  },
}
