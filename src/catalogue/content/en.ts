export const en = {
  safety: {
    title: 'Could anyone be in danger because of what you tell us?',
    row: 'Someone could be in danger',
    hint: 'Select yes if you, or someone you live with, could be in danger if a person found out. For example, a partner, an ex-partner or a relative.',
    details: {
      summary: 'Get help with abuse or stalking',
      paragraphs: [
        'If you are in danger now, call 999. If you call from a mobile and cannot speak, press 55 when asked.',
        'You can call a free helpline at any time, day or night. In England, call 0808 2000 247. In Wales, call 0808 80 10 800. In Scotland, call 0800 027 1234. In Northern Ireland, call 0808 802 1414.',
        'If you select yes, we tell nothing to your partner or to anyone you live with. You can choose what to leave out for each body. We show a button to leave every page fast.',
      ],
    },
    options: { yes: 'Yes', no: 'No' },
    errors: { blank: 'Select yes if anyone could be in danger because of what you tell us' },
  },
  home: {
    held: {
      title: 'Is this where you live now?',
      row: 'Where you live',
      hint: 'It is the address that we have for you.',
      options: { yes: 'Yes, I live here', no: 'No, I live at a different address' },
      errors: { blank: 'Select yes if this is where you live now' },
    },
    kind: {
      title: 'What kind of address do you live at?',
      row: 'Kind of address',
      options: {
        uk: 'A UK address',
        'no-fixed-address': 'No fixed address',
        forces: 'A British Forces address (BFPO)',
        abroad: 'An address outside the UK',
      },
      errors: { blank: 'Select what kind of address you live at' },
    },
    postcode: { title: 'What is your postcode?' },
    choice: { title: 'Which is your address?', row: 'Where you live' },
    byHand: { title: 'What is your address?', row: 'Where you live' },
    forces: { title: 'What is your British Forces address?', row: 'Where you live' },
    abroad: { title: 'What is your address outside the UK?', row: 'Where you live' },
    council: {
      title: 'Which council do you live in?',
      row: 'Your council',
      hint: 'Choose the council that you pay Council Tax or rates to.',
    },
  },
  chooseNumbers: {
    title: 'Which of these numbers can you give us?',
    row: 'Numbers you give us now',
    hint: 'You do not have to give any. Each helps the body that uses it to find your record. We keep them safe so that you do not have to give them again.',
    options: {
      'national-insurance-number': 'National Insurance number',
      'driver-number': 'Driver number',
      'vehicle-registration': 'Registration number of your vehicle',
      'log-book-reference': 'Log book reference of your vehicle',
      'council-tax-account': 'Council Tax account number',
      'customer-reference-number': 'Customer reference number for a student loan',
      none: 'I do not want to give any of these',
    },
    optionHints: {
      'national-insurance-number': 'For tax, benefits and student loans. It is on your payslip and your P60.',
      'driver-number': 'For your driving licence. It is in section 5 of the licence.',
      'vehicle-registration': 'For your vehicle log book. It is on the number plate.',
      'log-book-reference': 'For your vehicle log book (V5C). It is on the front.',
      'council-tax-account': 'For Council Tax. It is on your Council Tax bill.',
      'customer-reference-number': 'For student loans. It is on letters from the Student Loans Company.',
    },
    errors: {
      blank: 'Select which numbers you can give us, or select ‘I do not want to give any of these’',
      contradiction: 'Select which numbers you can give us, or select ‘I do not want to give any of these’, not both',
    },
  },
  numbers: {
    national_insurance_number: {
      title: 'What is your National Insurance number?',
      row: 'National Insurance number',
      hint: 'It is on your National Insurance card, your payslip or your P60. For example, QQ 12 34 56 C.',
      errors: {
        blank: 'Enter your National Insurance number',
        wrong: 'Enter a National Insurance number that is 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C',
      },
    },
    driver_number: {
      title: 'What is your driver number?',
      row: 'Driver number',
      hint: 'It is in section 5 of your driving licence. It has 16 letters and numbers, or 8 numbers in Northern Ireland.',
      errors: {
        blank: 'Enter your driver number',
        wrong: 'Enter a driver number of 16 letters and numbers, like MORGA657054SM9IJ, or of 8 numbers',
      },
    },
    vehicle_registration: {
      title: 'What is the registration number of your vehicle?',
      row: 'Vehicle registration number',
      hint: 'It is the number on the number plate. For example, AB12 CDE.',
      errors: {
        blank: 'Enter the registration number of your vehicle',
        wrong: 'Enter a registration number in the correct format, like AB12 CDE',
      },
    },
    log_book_reference: {
      title: 'What is the log book reference of your vehicle?',
      row: 'Log book reference',
      hint: 'It is the 11-digit document reference number on your V5C log book.',
      errors: {
        blank: 'Enter the log book reference of your vehicle',
        wrong: 'The log book reference must be 11 numbers',
      },
    },
    council_tax_account: {
      title: 'What is your Council Tax account number?',
      row: 'Council Tax account number',
      hint: 'It is on your Council Tax bill.',
      errors: {
        blank: 'Enter your Council Tax account number',
        wrong: 'The Council Tax account number must be 6 to 15 numbers and letters, with at least 5 numbers',
      },
    },
    customer_reference_number: {
      title: 'What is your customer reference number for your student loan?',
      row: 'Student loan customer reference',
      hint: 'It has 11 numbers. It is on letters from the Student Loans Company and in your online account.',
      errors: {
        blank: 'Enter your customer reference number',
        wrong: 'The customer reference number must be 11 numbers',
      },
    },
  },
  fields: {
    names: 'Name',
    birth_date: 'Date of birth',
    address: 'Address',
    contact: 'Phone number and email address',
    handle_with_care: 'Take care, because someone could be in danger',
    national_insurance_number: 'National Insurance number',
    driver_number: 'Driver number',
    vehicle_registration: 'Vehicle registration number',
    log_book_reference: 'Log book reference',
    council_tax_account: 'Council Tax account number',
    customer_reference_number: 'Student loan customer reference',
  },
  born: (name: string, date: string) => `${name}, born ${date}`,
  yesNo: (value: unknown) => (value ? 'Yes' : 'No'),
}
