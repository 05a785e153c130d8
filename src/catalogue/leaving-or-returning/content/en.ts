export const en = {
  event: {
    name: 'You are leaving the UK or coming back',
    short: 'Leaving or returning to the UK',
    description: 'You are going to live abroad, or coming back to live here.',
    sections: {
      safety: 'Your safety',
      travel: 'Your journey',
      home: 'Your home in the UK',
      abroad: 'When you are abroad',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      {
        text: 'The country that you go to or come from. Ask its embassy what it needs to know.',
        href: 'https://www.gov.uk/world',
      },
      { text: 'Your bank, your insurers, your private pension and your employer. Tell them yourself.' },
    ],
    yourself: [
      { text: 'read the advice for the country that you go to', href: 'https://www.gov.uk/world' },
      { text: 'find out if you pay UK tax when you live abroad', href: 'https://www.gov.uk/tax-uk-income-live-abroad' },
      { text: 'ask Royal Mail to send on your post', href: 'https://www.royalmail.com/redirection' },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report that you leave or come back',
      paragraphs: ['A parent or guardian can tell bodies that you go with them.'],
    },
  },
  questions: {
    change: {
      title: 'Are you leaving the UK or coming back?',
      row: 'Leaving or coming back',
      hint: 'This is about living somewhere, not about a holiday.',
      options: { leaving: 'I am leaving the UK, or have left', returning: 'I am coming back, or have come back' },
      errors: { blank: 'Select if you are leaving the UK or coming back' },
    },
    travelDate: {
      title: 'What is the date of your journey?',
      row: 'Date of your journey',
      hint: 'The day that you leave the UK or come back to it. It can be a past or a future date. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date of your journey',
        partlyBlank: (missing: string) => `The date of your journey must include a ${missing}`,
        notReal: 'The date of your journey must be a real date',
        tooEarly: (date: string) => `The date of your journey must be ${date} or later`,
        tooLate: (date: string) => `The date of your journey must be ${date} or earlier`,
      },
    },
    countryTo: {
      title: 'Which country are you going to live in?',
      row: 'Country',
      errors: { blank: 'Select the country that you are going to live in' },
    },
    countryFrom: {
      title: 'Which country are you coming back from?',
      row: 'Country',
      errors: { blank: 'Select the country that you are coming back from' },
    },
    forwardingKind: {
      title: 'Where can bodies write to you when you are abroad?',
      row: 'Where you get post',
      options: {
        uk: 'At an address in the UK',
        'no-fixed-address': 'I do not know yet',
        forces: 'At a British Forces address (BFPO)',
        abroad: 'At an address outside the UK',
      },
      optionHints: { uk: 'For example, the home of a friend or a relative. They must agree to it.' },
      errors: { blank: 'Select where bodies can write to you when you are abroad' },
    },
    forwardingPostcode: { title: 'What is the postcode of the address for your post?' },
    forwardingChoice: { title: 'Which is the address for your post?', row: 'Address for post' },
    forwardingByHand: { title: 'What is the address for your post?', row: 'Address for post' },
    forwardingForces: { title: 'What is the British Forces address for your post?', row: 'Address for post' },
    forwardingAbroad: { title: 'What is the address outside the UK for your post?', row: 'Address for post' },
    comingBack: {
      title: 'Do you plan to come back to live in the UK?',
      row: 'Plan to come back',
      hint: 'Some benefits and rules are different if you leave only for a time.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if you plan to come back to live in the UK' },
    },
    returnDate: {
      title: 'When do you think you will come back?',
      row: 'Expected return',
      hint: 'If you only know the year, or the month and the year, enter that. For example, 3 2028.',
      errors: {
        blank: 'Enter when you think you will come back',
        partlyBlank: (missing: string) => `The date when you come back must include a ${missing}`,
        notReal: 'The date when you come back must be a real date',
        tooEarly: () => 'The date when you come back must be in the future',
        tooLate: (date: string) => `The date when you come back must be ${date} or earlier`,
      },
    },
  },
  home: {
    held: {
      title: 'Is this your home in the UK?',
      row: 'Home in the UK',
      hint: 'It is the address that we have for you. We mean the home that you leave, or the one that you come back to.',
      options: { yes: 'Yes, this is my home in the UK', no: 'No, this is not my home in the UK' },
      errors: { blank: 'Select yes if this is your home in the UK' },
    },
    kind: {
      title: 'Where is your home in the UK?',
      row: 'Kind of home',
      hint: 'We mean the home that you leave, or the one that you come back to.',
      options: { uk: 'At an address that gets post', 'no-fixed-address': 'I have no fixed address there' },
      errors: { blank: 'Select where your home in the UK is' },
    },
    postcode: { title: 'What is the postcode of your home in the UK?' },
    choice: { title: 'Which is the address of your home in the UK?', row: 'Address in the UK' },
    byHand: { title: 'What is the address of your home in the UK?', row: 'Address in the UK' },
    council: {
      title: 'Which council is your home in?',
      row: 'Your council',
      hint: 'With no fixed address, choose the council where you stay, or stayed, most of the time.',
    },
  },
  fields: { address: 'Address in the UK', forwarding_address: 'Address for post when abroad' },
  consequences: {
    statePension: {
      title: 'Your State Pension may not go up each year',
      paragraphs: [
        'You can get your State Pension abroad. But it only goes up each year if you live in some countries.',
        'If you live in another country, you get the same amount each year. Some other benefits stop when you leave.',
      ],
      link: {
        text: 'Check the State Pension in the country you go to',
        href: 'https://www.gov.uk/state-pension-if-you-retire-abroad',
      },
    },
    benefits: {
      title: 'Most benefits stop when you live abroad',
      paragraphs: [
        'Universal Credit and many other benefits stop when you leave the UK to live abroad.',
        'If you are paid after that, you may have to pay it back.',
      ],
      link: { text: 'Check which benefits you can get abroad', href: 'https://www.gov.uk/claim-benefits-abroad' },
    },
    nhsCare: {
      title: 'You may have to pay for care by the NHS',
      paragraphs: [
        'NHS care is free for people who live in the UK. When you live abroad, you may have to pay, even on a visit.',
        'Find out how to get care where you go before you leave.',
      ],
      link: {
        text: 'Read about NHS care when you move abroad',
        href: 'https://www.nhs.uk/using-the-nhs/healthcare-abroad/moving-abroad/',
      },
    },
  },
  handOffs: {
    taxForm: { text: 'send HM Revenue and Customs form P85 to get your Income Tax right' },
    voteAbroad: { text: 'register to vote from abroad' },
    doctor: { text: 'register with a GP near your home' },
    vote: { text: 'register to vote at your home in the UK' },
  },
}
