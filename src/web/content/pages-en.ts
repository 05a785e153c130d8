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
        'what you tell us when you report a change',
        'which public bodies we told, what we told them, and what they answered',
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
      { text: 'You can see the list at any time.', link: 'See who has used your data', href: '/access' },
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
      'This demonstration keeps what you type until the person who runs it deletes it. A real service would say here how many years it keeps each thing.',
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
      { text: 'To use one of these rights,', link: 'contact us', href: '/contact' },
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
      'tell many public bodies in one go that you have moved home',
      'see how far each of them has got',
      'see who has used your data, and why',
    ],
    time: 'It takes about 10 minutes.',
    button: 'Start now',
    promises: 'Our 2 promises to you',
    tellOnce: 'Tell us once',
    tellOnceText: [
      'You tell us once. We tell everyone who needs to know.',
      'Before we send anything, you see who we will tell, what we will tell them and why.',
    ],
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
      'your new address and the date you move',
    ],
    helps: 'It also helps to have these numbers. You can leave them out:',
    numbers: [
      'your National Insurance number',
      'the number on your driving licence',
      'the number plate and log book of your car',
      'your Council Tax account number',
    ],
    back: 'If you have told us already',
    backLink: 'See your reports',
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
