export const en = {
  event: {
    name: 'You have become a carer or stopped being one',
    short: 'Becoming or stopping being a carer',
    description: 'You look after someone who is ill, disabled or old, or you no longer do.',
    sections: {
      safety: 'Your safety',
      caring: 'Your caring',
      person: 'The person you care for',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      { text: 'Your employer, your school or your college. Tell them yourself.' },
      {
        text: 'The GP of the person you care for, and your own GP. Ask both to note that you are a carer.',
        href: 'https://www.nhs.uk/nhs-services/gps/how-to-register-with-a-gp-surgery/',
      },
    ],
    yourself: [
      { text: 'find help and advice for carers', href: 'https://www.carersuk.org/' },
      { text: 'ask your employer about your right to carer’s leave', href: 'https://www.gov.uk/carers-leave' },
      { text: 'check which benefits you could get', href: 'https://www.gov.uk/benefits-calculators' },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report that you are a carer',
      paragraphs: [
        'If you are under 16 and look after someone, you are a young carer. Your council must offer to find out what help you need.',
        'A teacher, a school nurse or a doctor can help you to ask for it.',
      ],
    },
  },
  questions: {
    change: {
      title: 'Have you become a carer or stopped being one?',
      row: 'Becoming or stopping being a carer',
      hint: 'A carer looks after someone who is ill, disabled or old and is not paid to do it as a job.',
      options: { started: 'I have become a carer, or will become one', stopped: 'I have stopped, or will stop' },
      errors: { blank: 'Select if you have become a carer or stopped being one' },
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
    consent: {
      title: 'Permission to give details of the person you care for',
      row: 'Permission of the person you care for',
      paragraphs: [
        'We ask for their name, their date of birth, where they live and which benefit they get. Ask them first if you can give us these.',
        'If they cannot decide for themselves, you can decide for them if you are their parent or guardian, or can act for them by law. For example, you have power of attorney.',
      ],
      label: 'I have their permission to give their details, or can decide for them',
      errors: { blank: 'Confirm that you have their permission to give their details, or can decide for them' },
    },
    knownPerson: {
      title: 'Which of these people do you care for?',
      row: 'Who you care for',
      hint: 'You told us about them before. If you care for more than one person, send a report for each.',
      options: { other: 'Someone else' },
      errors: { blank: 'Select who you care for, or select ‘Someone else’' },
    },
    names: {
      title: 'What is the name of the person you care for?',
      row: 'Name',
      hint: 'If you care for more than one person, send a report for each.',
      errors: {
        firstBlank: 'Enter their first names',
        lastBlank: 'Enter their last name',
        tooLong: 'Each part of their name must be 100 characters or fewer',
      },
    },
    birthDate: {
      title: 'What is their date of birth?',
      row: 'Date of birth',
      hint: 'It helps bodies find the right person. For example, 27 3 1952.',
      errors: {
        blank: 'Enter their date of birth',
        partlyBlank: (missing: string) => `Their date of birth must include a ${missing}`,
        notReal: 'Their date of birth must be a real date',
        tooEarly: (date: string) => `Their date of birth must be ${date} or later`,
        tooLate: () => 'Their date of birth must be today or in the past',
      },
    },
    sameAddress: {
      title: 'Do they live at the same address as you?',
      row: 'They live with me',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if they live at the same address as you' },
    },
    postcode: { title: 'What is their postcode?' },
    addressChoice: { title: 'Which is their address?', row: 'Their address' },
    addressByHand: { title: 'What is their address?', row: 'Their address' },
    hours: {
      title: 'How many hours a week do you care for them?',
      row: 'Hours of care a week',
      hint: 'Count all you do: cooking, washing, shopping, going to the doctor with them, and being there in case they need you.',
      options: { 'under-20': 'Fewer than 20 hours', '20-to-34': '20 to 34 hours', '35-or-more': '35 hours or more' },
      optionHints: { '35-or-more': 'You may be able to get Carer’s Allowance.' },
      errors: { blank: 'Select how many hours a week you care for them' },
    },
    benefit: {
      title: 'Which of these benefits do they get?',
      row: 'Benefit of the person you care for',
      hint: 'You can only get money for caring if they get one of these. Look at a letter or a bank statement, or ask them. They may get more than one. Then choose the one that helps to pay for care.',
      options: {
        'personal-independence-payment': 'Personal Independence Payment (PIP)',
        'disability-living-allowance': 'Disability Living Allowance (DLA)',
        'attendance-allowance': 'Attendance Allowance',
        'adult-disability-payment': 'Adult Disability Payment (Scotland)',
        'child-disability-payment': 'Child Disability Payment (Scotland)',
        'pension-age-disability-payment': 'Pension Age Disability Payment (Scotland)',
        'armed-forces-independence-payment': 'Armed Forces Independence Payment',
        'constant-attendance-allowance': 'Constant Attendance Allowance',
        none: 'None of these',
      },
      errors: { blank: 'Select which of these benefits they get, or select ‘None of these’' },
    },
  },
  fields: { cared_for: 'Person you care for' },
  consequences: {
    theirBenefits: {
      title: 'The person you care for may get less money',
      paragraphs: [
        'They may get extra money because of a severe disability. It usually stops when you get Carer’s Allowance for them. They may have to pay more Council Tax too.',
        'Before you claim, ask the office that pays them.',
      ],
      link: {
        text: 'See what Carer’s Allowance does to other benefits',
        href: 'https://www.gov.uk/carers-allowance/effect-on-other-benefits',
      },
    },
    paymentsStop: {
      title: 'Money that you get for caring will stop',
      paragraphs: [
        'Carer’s Allowance, Carer Support Payment and extra Universal Credit for carers stop when you stop caring.',
        'If you are paid after that, you have to pay it back. Tell us as soon as you can.',
      ],
      link: {
        text: 'Read about changes that you must report',
        href: 'https://www.gov.uk/carers-allowance-report-change',
      },
    },
  },
  handOffs: {
    allowance: { text: 'claim Carer’s Allowance if you live in England or Wales' },
    scotland: { text: 'apply for Carer Support Payment if you live in Scotland' },
    credit: { text: 'apply for Carer’s Credit, which protects your State Pension' },
    assessment: { text: 'ask your council for a carer’s assessment' },
  },
}
