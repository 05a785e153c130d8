export const en = {
  event: {
    name: 'You have had a baby',
    short: 'Birth of a child',
    description: 'You may be offered Child Benefit without filling in a form.',
    sections: {
      safety: 'Your safety',
      child: 'Your child',
      parents: 'The other parent',
      benefit: 'Child Benefit',
      home: 'Where you live',
      numbers: 'Numbers that help bodies find you',
    },
    beyond: [
      { text: 'The register office. You must register the birth yourself.', href: 'https://www.gov.uk/register-birth' },
      { text: 'Your employer, your bank and your insurers. Tell them yourself.' },
    ],
    yourself: [
      {
        text: 'tell your employer when you want your leave and pay to start',
        href: 'https://www.gov.uk/browse/childcare-parenting/pregnancy-birth',
      },
      { text: 'see what help you can get with the cost of childcare', href: 'https://www.gov.uk/get-childcare' },
      {
        text: 'get help to buy healthy food and milk in England, Wales or Northern Ireland',
        href: 'https://www.healthystart.nhs.uk',
      },
      {
        text: 'get help to buy healthy food and milk in Scotland',
        href: 'https://www.mygov.scot/best-start-grant-best-start-foods',
      },
    ],
    tooYoung: {
      title: 'You must be 16 or over to report a birth',
      paragraphs: [
        'You can still claim Child Benefit and register the birth. Call the Child Benefit helpline on 0300 200 3100.',
        'A midwife, a health visitor or your council can help you with this.',
      ],
    },
  },
  questions: {
    name: {
      title: 'What is your child’s name?',
      row: 'Child’s name',
      hint: 'If you had twins or more, report each child on their own. We keep what you have told us about yourself.',
      errors: {
        firstBlank: 'Enter your child’s first names',
        lastBlank: 'Enter your child’s last name',
        tooLong: 'Each part of your child’s name must be 100 characters or fewer',
      },
    },
    sex: {
      title: 'What is your child’s sex?',
      row: 'Child’s sex',
      options: { female: 'Female', male: 'Male' },
      errors: { blank: 'Select your child’s sex' },
    },
    birthDate: {
      title: 'When was your child born?',
      row: 'Child’s date of birth',
      hint: 'For example, 27 3 2026.',
      errors: {
        blank: 'Enter your child’s date of birth',
        partlyBlank: (missing: string) => `Your child’s date of birth must include a ${missing}`,
        notReal: 'Your child’s date of birth must be a real date',
        tooEarly: (date: string) => `Your child’s date of birth must be ${date} or later`,
        tooLate: () => 'Your child’s date of birth must be today or in the past',
      },
    },
    place: {
      title: 'Where was your child born?',
      row: 'Place of birth',
      hint: 'Give the town or city. If it was in a hospital, give the name of the hospital too.',
      errors: {
        blank: 'Enter where your child was born',
        wrong: 'Where your child was born must be 100 characters or fewer',
      },
    },
    registration: {
      title: 'What is the number on the birth certificate? (optional)',
      row: 'Number on the birth certificate',
      hint: 'It may be called an entry number, a system number or a registration number. Leave it blank if you have not registered the birth yet.',
      errors: {
        blank: 'Enter the number on the birth certificate',
        wrong: 'Enter the number as it is on the certificate, with at least one digit and no more than 40 characters',
      },
    },
    otherParent: {
      title: 'Do you want to tell us about the other parent?',
      row: 'Tell us about the other parent',
      hint: 'You do not have to. It helps bodies to check that no one is paid twice for a child.',
      options: { yes: 'Yes', no: 'No' },
      errors: { blank: 'Select yes if you want to tell us about the other parent' },
    },
    permission: {
      title: 'Permission to give the other parent’s details',
      row: 'The other parent’s permission',
      paragraphs: [
        'We ask for the other parent’s name and date of birth. Ask them first if you can give us these.',
        'If they say no, go back and select no.',
      ],
      label: 'I have the other parent’s permission to give their name and date of birth',
      errors: { blank: 'Confirm that you have the other parent’s permission to give their details' },
    },
    parentChoice: {
      title: 'Who is the other parent?',
      options: { kept: 'The partner that you told us about before', other: 'Someone else' },
      errors: { blank: 'Select who the other parent is' },
    },
    parentNames: {
      title: 'What is the other parent’s name?',
      row: 'Other parent’s name',
      errors: {
        firstBlank: 'Enter the other parent’s first names',
        lastBlank: 'Enter the other parent’s last name',
        tooLong: 'Each part of the other parent’s name must be 100 characters or fewer',
      },
    },
    parentBirthDate: {
      title: 'What is the other parent’s date of birth?',
      row: 'Other parent’s date of birth',
      hint: 'For example, 27 3 1996.',
      errors: {
        blank: 'Enter the other parent’s date of birth',
        partlyBlank: (missing: string) => `The other parent’s date of birth must include a ${missing}`,
        notReal: 'The other parent’s date of birth must be a real date',
        tooEarly: (date: string) => `The other parent’s date of birth must be ${date} or later`,
        tooLate: (date: string) => `The other parent’s date of birth must be ${date} or earlier`,
      },
    },
    claiming: {
      title: 'Who will get Child Benefit for your child?',
      row: 'Child Benefit',
      hint: 'Only one person can get it. You do not have to fill in a form. HM Revenue and Customs may offer it to you when it knows about your child.',
      options: {
        me: 'I will',
        'other-parent': 'The other parent will',
        nobody: 'No one will',
      },
      errors: { blank: 'Select who will get Child Benefit for your child' },
    },
  },
  consequences: {
    taxCharge: {
      title: 'You may have to pay some of your Child Benefit back',
      paragraphs: [
        'This is so if you, or a partner who lives with you, earn more than £60,000 a year.',
        'You can take the money and pay the tax charge, or ask not to be paid.',
      ],
      link: { text: 'Work out the tax charge', href: 'https://www.gov.uk/child-benefit-tax-charge' },
    },
    noClaim: {
      title: 'Without Child Benefit you may get less State Pension',
      paragraphs: [
        'If you do not work, or earn little, Child Benefit adds to your National Insurance record until your child is 12.',
        'You can claim it and choose not to be paid. It can only be paid for the last 3 months.',
      ],
      link: { text: 'How Child Benefit protects your State Pension', href: 'https://www.gov.uk/child-benefit' },
    },
  },
  handOffs: {
    register: { text: 'Register the birth within 42 days, or within 21 days in Scotland' },
    passport: { text: 'Apply for your child’s first passport' },
    doctor: { text: 'Register your child with a GP' },
  },
  fields: { otherParent: 'Other parent', claiming: 'Who will get Child Benefit' },
}
