/** A paragraph, a bullet list, or a paragraph that ends in a link. */
export type Block = string | string[] | { text: string; link: string; href: string }

export interface Section {
  heading: string
  /** Absent: a section of the page; true: a part of the section above it. */
  part?: boolean
  blocks: Block[]
}

const privacy: Section[] = [
  {
    heading: 'This is a demonstration',
    blocks: [
      'No real public body runs this service or gets anything from it. Please do not type in real details about yourself or about other people.',
      'This page says how the service treats what you type. If the service were real, it would say the same.',
    ],
  },
  {
    heading: 'What we keep about you',
    blocks: [
      'We keep:',
      [
        'what GOV.UK One Login tells us when you sign in: your names, your date of birth, your addresses, your email address and phone number, and the numbers of your passport and driving licence if you used them',
        'what you tell us when you report a change, and the numbers you give us, so that you need not give them again',
        'which public bodies we told, what we told them, and what they answered',
        'the details of other people that you give us, like a partner, a child or someone who has died',
        'a note of each time that a public body used your data through this service, as far as they tell us',
      ],
    ],
  },
  {
    heading: 'Why we are allowed to',
    blocks: [
      'We use your data to do a public task. The law calls this article 6(1)(e) of the UK GDPR.',
      'Each public body has its own law that lets it get your data. You see which one before you send a report, and later in the list of who has used your data. In this demonstration those laws are examples.',
    ],
  },
  {
    heading: 'Who we share it with',
    blocks: [
      'We only share your data with the public bodies that we show you before you send your report. Each one gets only what it needs.',
      'Each body gets its own number for you from us. They cannot use it to match what they know with each other.',
      'We never sell your data.',
      'If you tell us that someone could be in danger, we tell nobody about your partner or the people you live with. Some bodies are told to take care. You see which ones before you send your report.',
      { text: 'You can see the list at any time.', link: 'See who has used your data', href: '/access' },
    ],
  },
  {
    heading: 'If you report something about another person',
    blocks: [
      'You may tell us about another person, for example when someone has died. The public bodies that have to act on it are told who told us.',
      'We never show your name to anyone else. If the report is wrong, the person it is about sees when it was sent, how you said you are related, and how you proved it. They do not see your name.',
    ],
  },
  {
    heading: 'Emails and text messages',
    blocks: [
      'GOV.UK Notify sends emails and text messages for us. It gets your email address or phone number, and the words of the message. The words do not say what you told us.',
      { text: 'Signed in, you can', link: 'choose what we write to you about', href: '/notifications' },
    ],
  },
  {
    heading: 'How we keep it safe',
    blocks: [
      'We lock what you tell us with a key of your own. The keys are not kept where the data is kept.',
      'We do not put your details in web addresses, in emails or in the notes that our computers make.',
    ],
  },
  {
    heading: 'How long we keep it',
    blocks: [
      'We keep a report that you have started and not sent for 28 days after your last answer. Then we delete it. You can delete it before.',
      'We keep the reports that you sent and the list of who used your data. This demonstration keeps them until the person who runs it deletes them. A real service would say here how many years it keeps each thing.',
      'Each public body keeps what we told it for as long as its own rules say.',
    ],
  },
  {
    heading: 'Your rights',
    blocks: [
      'You have the right to:',
      [
        'know what we keep about you and get a copy of it',
        'have mistakes put right',
        'ask us to delete it, or to stop using it',
        'complain about how we use it',
      ],
      { text: 'To use one of these rights,', link: 'sign in and tell us which', href: '/rights' },
      {
        text: 'If you are not happy with our answer, you can complain to the',
        link: 'Information Commissioner’s Office',
        href: 'https://ico.org.uk/make-a-complaint/',
      },
    ],
  },
]

const accessibility: Section[] = [
  {
    heading: 'What this statement is about',
    blocks: [
      'This accessibility statement applies to the service Tell us once, on this website. The pages of GOV.UK One Login have a statement of their own.',
      'This is a demonstration. The people who build it run it, not a public body. We have written this statement as a public body must.',
      'We want as many people as possible to be able to use this service. For example, you should be able to:',
      [
        'change how colours and letters look with your browser or device',
        'make the text 4 times as large and still see all of it',
        'use every page with just a keyboard',
        'use every page by talking to your device',
        'listen to every page with a screen reader',
        'use every page with its scripts turned off',
      ],
      'We have also made the words as simple as possible to understand, in English and in Welsh.',
      {
        text: 'If you have a disability, you can read how to make your device easier to use. There is help from',
        link: 'AbilityNet',
        href: 'https://mcmw.abilitynet.org.uk/',
      },
    ],
  },
  {
    heading: 'How accessible this service is',
    blocks: [
      'We do not know of a part of this service that some people cannot use. But nobody from outside has tested it yet, so there may be problems that we have not found.',
    ],
  },
  {
    heading: 'Feedback and contact information',
    blocks: [
      {
        text: 'If you find a problem, or need something on this website in another form like large print, Easy Read, audio or braille,',
        link: 'contact us',
        href: '/contact',
      },
    ],
  },
  {
    heading: 'Enforcement procedure',
    blocks: [
      'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’).',
      {
        text: 'If you are not happy with how we respond to your complaint, contact the',
        link: 'Equality Advisory and Support Service (EASS)',
        href: 'https://www.equalityadvisoryservice.com/',
      },
      {
        text: 'If you are in Northern Ireland, contact the',
        link: 'Equality Commission for Northern Ireland (ECNI)',
        href: 'https://www.equalityni.org/',
      },
    ],
  },
  {
    heading: 'Technical information about this website’s accessibility',
    blocks: [
      'The people who build this service are committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
    ],
  },
  {
    heading: 'Compliance status',
    part: true,
    blocks: [
      'This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because it has not been tested in full. What has not been tested is listed below.',
    ],
  },
  {
    heading: 'Non-accessible content',
    blocks: [
      'We know of no content that fails the guidelines. We say that the website is partially compliant because these tests have not been done:',
      [
        'a test of each of its rules by an outside auditor',
        'tests with programs that read the screen out, make it larger or listen to your voice',
        'tests with disabled people',
      ],
    ],
  },
  {
    heading: 'What we are doing to improve accessibility',
    blocks: [
      'Each time we change this service, a program checks its pages in English and in Welsh, on a small and on a large screen. A change that fails the check does not go in.',
      'No outside auditor has tested it yet, and no disabled people have. Both have to happen before a real public body uses it.',
    ],
  },
]

const contact: Section[] = [
  {
    heading: 'Help with this demonstration',
    blocks: [
      'This is a demonstration, so it has no help desk and no phone number.',
      'If something does not work or is hard to understand, tell the person who gave you the address of this website. They can pass it on to the people who build it.',
    ],
  },
  {
    heading: 'Tell a real public body about a change',
    blocks: [
      'This demonstration does not tell real public bodies anything. If you have really moved home, you still need to tell them.',
      {
        text: 'You can find out who to tell on',
        link: 'GOV.UK',
        href: 'https://www.gov.uk/browse/housing-local-services',
      },
    ],
  },
  {
    heading: 'Report a security problem',
    blocks: [
      'If you find a way to see or change data that is not yours, do not use it. Tell the person who gave you the address of this website, and nobody else until it is mended.',
    ],
  },
]

export const en = {
  start: {
    title: 'Tell government once that something has changed',
    demonstration:
      'This is a demonstration. The people and the agreements are made up, and no real public body is told anything.',
    purpose: 'Use this service to:',
    uses: [
      'tell many public bodies in one go that something in your life has changed',
      'see how far each of them has got',
      'see who has used your data, and why',
    ],
    time: 'It takes about 10 minutes. You can stop at any time and come back within 28 days.',
    button: 'Start now',
    events: 'What you can report',
    groups: [
      {
        heading: 'Births, deaths and families',
        events: {
          death: 'Someone has died',
          birth: 'You have had a baby',
          marriage: 'You have got married or formed a civil partnership',
          separation: 'You have separated or your marriage or civil partnership has ended',
        },
      },
      {
        heading: 'Your name, home and contact details',
        events: {
          'change-of-address': 'You have moved or are going to move',
          'change-of-name': 'You have changed your name or are going to change it',
          'contact-details': 'Your contact details have changed',
          'leaving-or-returning': 'You are leaving the UK or coming back',
        },
      },
      {
        heading: 'Work, care and health',
        events: {
          work: 'Your work or income has changed',
          caring: 'You have become a carer or stopped being one',
          health: 'You have a health condition or disability',
        },
      },
    ],
    promises: 'Our 2 promises to you',
    tellOnce: 'Tell us once',
    tellOnceText: [
      'You tell us once. We tell everyone who needs to know.',
      'Before we send anything, you see who we will tell, what we will tell them and why.',
    ],
    askedTwiceLink: 'Tell us if a public body asked you for what another one has',
    seeUse: 'See who has used your data',
    seeUseText: [
      'Each time we give your data to a public body, we write it down where you can see it.',
      'You see who got it, what they got, when, why and which law lets them. When they tell us that they looked at it later, you see that too.',
    ],
    seeUseLink: 'See who has used your data',
    before: 'Before you start',
    need: 'You need:',
    needs: [
      'a GOV.UK One Login. You can create one when you start',
      'photo ID, like a passport or a driving licence, if you have not proved who you are before',
      'the details and the date of what has changed, like your new address and the day you move',
    ],
    helps: 'It also helps to have these numbers. You can leave them out:',
    numbers: [
      'your National Insurance number',
      'the number on your driving licence',
      'the number plate and log book of your car',
      'your Council Tax account number',
    ],
    noId: 'If someone has died and you cannot prove who you are, you can use the reference number from the registrar.',
    noIdLink: 'See how to report a death',
    back: 'If you have told us already',
    backLink: 'See your reports',
    wrong: 'If something is wrong',
    wrongLink: 'Tell us that something is wrong',
    deadLink: 'You have been reported as dead by mistake',
    open: 'Who we tell, and on what terms',
    agenciesLink: 'Public bodies that take part',
    agreementsLink: 'What each body may be told, and why',
    performanceLink: 'How well sharing works',
    developersLink: 'For developers of public bodies',
    other: 'Other ways to tell them',
    otherText: 'You do not have to use this service. You can also tell each public body yourself.',
    otherLink: 'See how to phone, write to or visit each body',
  },
  cookies: {
    title: 'Cookies',
    lead: 'Cookies are small files saved on your phone, tablet or computer when you visit a website.',
    necessary: 'Cookies that this service needs',
    necessaryText: [
      'We only use cookies that make this service work. We do not need to ask you before we save them.',
      'We do not use cookies to count visits or to show you adverts.',
    ],
    caption: 'The cookies we use',
    name: 'Name',
    purpose: 'What it is for',
    expires: 'When it goes',
    session: 'Keeps you signed in, and makes sure that a form was sent by you',
    sessionExpires: 'After 2 hours, or when you sign out',
    language: 'Remembers whether you chose English or Welsh',
    languageExpires: 'When you close your browser',
  },
  privacy: {
    title: 'Privacy notice',
    sections: privacy,
  },
  accessibility: {
    title: 'Accessibility statement for Tell us once',
    sections: accessibility,
    preparation: 'Preparation of this accessibility statement',
    prepared: (date: string) =>
      `This statement was prepared on ${date}. It was last reviewed on ${date}. The people who build this service last tested it on ${date}. They ran a program called axe over all its pages, in the Chromium browser. It looked at them in English and in Welsh, on a wide and on a narrow screen.`,
  },
  contact: {
    title: 'Contact us',
    sections: contact,
  },
}
