export const en = {
  event: {
    name: 'Your work or income has changed',
    short: 'Change in work or income',
    description: 'You have started or stopped work, or you get more or less money than before.',
    sections: {
      safety: 'Your safety',
      work: 'Your work',
      income: 'Your hours and pay',
      children: 'Children at school',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      { text: 'Your bank, your landlord and your pension scheme. Tell them yourself.' },
      {
        text: 'Your old employer. It must give you a P45 when you stop work.',
        href: 'https://www.gov.uk/paye-forms-p45-p60-p11d',
      },
    ],
    yourself: [
      { text: 'check your tax code and your Income Tax', href: 'https://www.gov.uk/check-income-tax-current-year' },
      { text: 'check which benefits you could get', href: 'https://www.gov.uk/benefits-calculators' },
      { text: 'tell Universal Credit in your online account', href: 'https://www.gov.uk/sign-in-universal-credit' },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a change in work or income',
      paragraphs: [
        'Most bodies deal with people of your age through a parent or guardian.',
        'Your school or your council can tell you about the rules for work before you are 16.',
      ],
    },
  },
  questions: {
    change: {
      title: 'What has changed?',
      row: 'Change in work or income',
      options: {
        started: 'I have started work, or will start',
        stopped: 'I have stopped work, or will stop',
        'income-changed': 'I get more or less money than before',
      },
      optionHints: {
        started: 'This can be a job, or work for yourself.',
        stopped: 'This can be one job of several.',
        'income-changed': 'For example, you work more or fewer hours, or your pay has changed.',
      },
      errors: { blank: 'Select what has changed' },
    },
    when: {
      title: 'What is the date of the change?',
      row: 'Date of the change',
      hint: 'It can be a past or a future date. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date of the change',
        partlyBlank: (missing: string) => `The date of the change must include a ${missing}`,
        notReal: 'The date of the change must be a real date',
        tooEarly: (date: string) => `The date of the change must be ${date} or later`,
        tooLate: (date: string) => `The date of the change must be ${date} or earlier`,
      },
    },
    inAJob: {
      title: 'Is the change about a job?',
      row: 'It is about a job',
      hint: 'Select no if it is about something else, such as a pension, savings or rent.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if the change is about a job' },
    },
    jobs: {
      title: 'Jobs that have changed',
      row: 'Jobs',
      item: (number: number) => `Details of job ${number}`,
      each: (number: number) => `Job ${number}`,
      another: 'Do you need to add another job?',
      errors: { blank: 'Select yes if you need to add another job', full: 'You cannot add more than 10 jobs' },
    },
    employer: {
      title: 'Name of the employer',
      row: 'Employer',
      hint: 'If you work for yourself, enter the name of your business.',
      errors: {
        blank: 'Enter the name of the employer',
        wrong: 'The name of the employer must be 100 characters or fewer',
      },
    },
    payeReference: {
      title: 'Employer PAYE reference (optional)',
      row: 'PAYE reference',
      hint: 'It is on your payslip, P45 or P60. For example, 123/AB456.',
      errors: {
        blank: 'Enter the employer PAYE reference',
        wrong: 'Enter a PAYE reference that is 3 numbers, a slash, then letters or numbers, like 123/AB456',
      },
    },
    jobDate: {
      title: 'Date of the change to this job (optional)',
      row: 'Date of the change',
      hint: 'You only need this if the date is different from the one that you gave before. For example, 27 3 2026.',
      errors: {
        blank: 'Enter the date of the change to this job',
        partlyBlank: (missing: string) => `The date of the change to this job must include a ${missing}`,
        notReal: 'The date of the change to this job must be a real date',
        tooEarly: (date: string) => `The date of the change to this job must be ${date} or later`,
        tooLate: (date: string) => `The date of the change to this job must be ${date} or earlier`,
      },
    },
    hours: {
      title: 'How many hours a week do you work after the change?',
      row: 'Hours of work a week',
      hint: 'Count all your jobs. If it differs from week to week, choose what is usual.',
      options: {
        none: 'None, I do not work',
        'under-16': 'Fewer than 16 hours',
        '16-to-29': '16 to 29 hours',
        '30-or-more': '30 hours or more',
      },
      errors: { blank: 'Select how many hours a week you work after the change' },
    },
    pay: {
      title: 'How much are you paid a year after the change?',
      row: 'Pay a year before tax',
      hint: 'Count all your jobs, before tax. A rough amount is enough.',
      options: {
        none: 'Nothing',
        'up-to-7400': 'Up to £7,400',
        '7401-to-12570': '£7,401 to £12,570',
        '12571-to-28000': '£12,571 to £28,000',
        '28001-to-50270': '£28,001 to £50,270',
        'over-50270': 'More than £50,270',
      },
      optionHints: {
        'up-to-7400': 'About £617 a month or less',
        '7401-to-12570': 'About £617 to £1,048 a month',
        '12571-to-28000': 'About £1,048 to £2,333 a month',
        '28001-to-50270': 'About £2,333 to £4,189 a month',
        'over-50270': 'About £4,189 a month or more',
      },
      errors: { blank: 'Select how much you are paid a year after the change' },
    },
    moreOrLess: {
      title: 'Do you get more or less money than before?',
      row: 'Income compared with before',
      options: { more: 'More than before', less: 'Less than before', same: 'About the same' },
      errors: { blank: 'Select if you get more or less money than before' },
    },
    knownChildren: {
      title: 'Which of these children live with you and go to school?',
      row: 'Children at school',
      hint: 'You told us about them before. Your council may be able to give them free school meals.',
      options: { others: 'Another child', none: 'None of these' },
      errors: {
        blank: 'Select which children live with you and go to school, or select ‘None of these’',
        contradiction: 'Select which children live with you and go to school, or select ‘None of these’, not both',
      },
    },
    hasChildren: {
      title: 'Do any children who go to school live with you?',
      row: 'Children at school',
      hint: 'Your council may be able to give them free school meals.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if any children who go to school live with you' },
    },
    children: {
      title: 'Children who go to school',
      row: 'Children who go to school',
      item: (number: number) => `Details of child ${number} at school`,
      each: (number: number) => `Child ${number}`,
      another: 'Do you need to add another child?',
      errors: { blank: 'Select yes if you need to add another child', full: 'You cannot add more than 10 children' },
    },
    childNames: {
      title: 'Name of the child',
      row: 'Name',
      errors: {
        firstBlank: 'Enter the child’s first names',
        lastBlank: 'Enter the child’s last name',
        tooLong: 'Each part of the child’s name must be 100 characters or fewer',
      },
    },
    childBirthDate: {
      title: 'Date of birth (optional)',
      row: 'Date of birth',
      hint: 'It helps the council find the right child. For example, 27 3 2019.',
      errors: {
        blank: 'Enter the child’s date of birth',
        partlyBlank: (missing: string) => `The child’s date of birth must include a ${missing}`,
        notReal: 'The child’s date of birth must be a real date',
        tooEarly: (date: string) => `The child must be under 19, so born on or after ${date}`,
        tooLate: () => 'The child’s date of birth must be today or in the past',
      },
    },
    school: {
      title: 'Name of the school (optional)',
      row: 'School',
      errors: {
        blank: 'Enter the name of the school',
        wrong: 'The name of the school must be 100 characters or fewer',
      },
    },
  },
  consequences: {
    paidTooMuch: {
      title: 'Your benefits may go down',
      paragraphs: [
        'If you get Universal Credit or another benefit, it can go down when your income goes up.',
        'If you are paid too much, you have to pay it back. Tell us as soon as you can.',
      ],
      link: {
        text: 'See how your pay changes Universal Credit',
        href: 'https://www.gov.uk/universal-credit/how-your-earnings-affect-your-payments',
      },
    },
  },
  handOffs: {
    selfEmployed: { text: 'register with HM Revenue and Customs if you work for yourself' },
    claim: { text: 'apply for Universal Credit if you need help with living costs' },
    schoolMeals: { text: 'apply for free school meals if your council does not offer them to you' },
  },
}
