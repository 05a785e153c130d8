export const en = {
  event: {
    name: 'You have a health condition or disability',
    short: 'Health condition or disability',
    description:
      'It is new or has got worse. You choose who we tell, but DVLA must know of some conditions if you drive.',
    sections: {
      safety: 'Your safety',
      condition: 'Your condition',
      life: 'Your everyday life',
      driving: 'Driving',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      { text: 'Your doctor. Nobody here tells your doctor, and your doctor tells us nothing.' },
      { text: 'Your employer, your school and your car insurer. Tell your insurer if you drive.' },
      {
        text: 'In Northern Ireland, the Driver and Vehicle Agency (DVA). Tell it yourself if you drive.',
        href: 'https://www.nidirect.gov.uk/information-and-services/motoring',
      },
    ],
    yourself: [
      {
        text: 'find out more about your condition and driving',
        href: 'https://www.gov.uk/health-conditions-and-driving',
      },
      {
        text: 'tell your car insurer, or your insurance may not be good any more',
        href: 'https://www.gov.uk/vehicle-insurance',
      },
      { text: 'ask for help at work', href: 'https://www.gov.uk/access-to-work' },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a health condition',
      paragraphs: [
        'If you are under 16, a parent or guardian can ask for help for you.',
        'They can claim Disability Living Allowance, and ask for a Blue Badge.',
      ],
    },
  },
  questions: {
    conditions: {
      title: 'What kind of condition do you have?',
      row: 'Kind of condition',
      hint: 'Select all that apply. We do not ask for more than this. Before anything is sent, you see who is told and why.',
      options: {
        sight: 'Sight, in a way that glasses do not put right',
        epilepsy: 'Epilepsy, fits or blackouts',
        heart: 'Heart',
        'insulin-diabetes': 'Diabetes treated with insulin',
        mobility: 'Walking, moving or using your arms or legs',
        'mental-health': 'Mental health',
        'learning-disability': 'Learning disability',
        dementia: 'Dementia or memory loss like it',
        other: 'Another kind',
        'not-said': 'I would rather not say',
      },
      errors: {
        blank: 'Select what kind of condition you have, or select ‘I would rather not say’',
        contradiction: 'Select what kind of condition you have, or select ‘I would rather not say’, not both',
      },
    },
    since: {
      title: 'When did your condition start or get worse?',
      row: 'Condition started or got worse',
      hint: 'If you only know the year, or the month and the year, enter that. For example, 3 2026.',
      errors: {
        blank: 'Enter when your condition started or got worse',
        partlyBlank: (missing: string) => `The date when your condition started or got worse must include a ${missing}`,
        notReal: 'The date when your condition started or got worse must be a real date',
        tooEarly: (date: string) => `The date when your condition started or got worse must be ${date} or later`,
        tooLate: () => 'The date when your condition started or got worse must be today or in the past',
      },
    },
    dailyLife: {
      title: 'Does your condition make everyday life harder?',
      row: 'Makes everyday life harder',
      hint: 'For example, washing, getting dressed, cooking, eating, reading or being with people.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if your condition makes everyday life harder' },
    },
    movingAround: {
      title: 'Does your condition make it harder to move around?',
      row: 'Makes it harder to move around',
      hint: 'For example, walking, getting in and out of a car, or finding the way.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if your condition makes it harder to move around' },
    },
    licence: {
      title: 'Do you have a driving licence?',
      row: 'Driving licence',
      hint: 'A provisional licence counts too.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if you have a driving licence' },
    },
    driving: {
      title: 'Could your condition make it less safe for you to drive?',
      row: 'Could make driving less safe',
      hint: 'If you select ‘I do not know’, we tell DVLA. It will find out with you.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if your condition could make it less safe for you to drive' },
    },
  },
  fields: { driving_conditions: 'Conditions that DVLA must know about' },
  consequences: {
    stopDriving: {
      title: 'You may have to stop driving',
      paragraphs: [
        'DVLA decides if you can go on driving. It may ask your doctor. It may let you keep your licence, give you one for a shorter time, or take it away.',
        'The law says that you must tell DVLA. You could be fined up to £1,000 if you do not. You could also be taken to court if you have an accident.',
        'Ask your doctor if it is safe for you to drive now.',
      ],
      link: {
        text: 'Read about health conditions and driving',
        href: 'https://www.gov.uk/driving-medical-conditions',
      },
    },
    benefitReview: {
      title: 'A benefit that you get may change',
      paragraphs: [
        'If you get Personal Independence Payment, the Department for Work and Pensions may look at it again. It can go up, go down, stay the same or stop.',
        'You must tell it if you need more or less help than before.',
      ],
      link: {
        text: 'Read about changes that you must report',
        href: 'https://www.gov.uk/pip/change-of-circumstances',
      },
    },
  },
  handOffs: {
    independencePayment: { text: 'claim Personal Independence Payment if you are under State Pension age' },
    scotland: { text: 'apply for Adult Disability Payment instead if you live in Scotland' },
    attendanceAllowance: { text: 'claim Attendance Allowance if you are over State Pension age' },
    blueBadge: { text: 'apply for a Blue Badge, to park nearer to where you go' },
  },
}
