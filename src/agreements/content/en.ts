export const en = {
  illustration: 'Illustration',
  illustrations:
    'Bodies marked ‘Illustration’ show how this service works. They are real bodies, but they have not agreed to anything.',
  illustrationOf: (body: string) =>
    `This agreement is an illustration. It shows how this service works. ${body} has not agreed to it.`,
  agencies: {
    toldNothing: 'Nothing',
    ways: {
      phone: 'Phone',
      textphone: 'Textphone',
      relay: 'Relay UK, if you cannot hear or speak on the phone',
      in_person: 'In person',
      post: 'Post',
      email: 'Email',
      url: 'Online',
    },
  },
  clusters: {
    'crime-and-justice': 'Crime and justice',
    'health-and-social-care': 'Health and social care',
    'human-services': 'Tax, benefits, driving, education and councils',
  },
  agreement: {
    title: (body: string, purpose: string) => `${body}: ${purpose}`,
    versionTitle: (body: string, purpose: string, version: number) => `${body}: ${purpose} (version ${version})`,
    back: 'Agreements',
    body: 'Public body',
    purpose: 'Why it is told',
    effect: 'What it will do',
    undo: 'Can it be undone?',
    irreversible:
      'No. Where a mistake would do great harm, we wait before we tell this body, so that you can put it right.',
    usually: 'How long it usually takes',
    days: (days: number) => (days === 1 ? '1 day' : `Up to ${days} days`),
    told: (event: string) => `What it is told: ${event}`,
    matching: 'So that it can find you',
    matchingNote: 'We send these only if we have them.',
    basis: 'Reason in data protection law',
    power: 'The law that allows it',
    choice: 'Your choice',
    choices: {
      required: 'No. If you report this change, this body is told.',
      optional: 'Yes. You can choose not to tell this body.',
    },
    age: 'Age',
    ageFrom: (age: number) => `Only people aged ${age} or over`,
    agreedOn: 'Agreed on',
    reviewOn: 'Will be looked at again by',
    endsOn: 'Last day',
    standing: 'State',
    older: 'This is not the latest version of this agreement.',
    latest: 'See the latest version',
    versions: 'Versions',
    versionsIntro: 'When an agreement changes, we keep the old version.',
    version: (version: number, date: string) => `Version ${version}, agreed on ${date}`,
    thisOne: '(this one)',
    programs: 'For people who write programs',
    programsIntro: 'What we send has a fixed form. A program can check it.',
    schema: (event: string) => `What is sent: ${event} (JSON Schema)`,
  },
  standings: {
    live: 'In use',
    'review-due': 'In use. It is time to look at it again.',
    lapsed: 'Lapsed. It was not reviewed in time. Nothing is sent under it.',
    ended: 'Ended. Nothing is sent under it.',
    over: 'Its last day has passed. Nothing is sent under it.',
  },
  basis: (article: string, letter: 'a' | 'b' | 'c' | 'd' | 'e') =>
    `${lawful[letter]} (Article ${article} of the UK GDPR)`,
}

const lawful = {
  a: 'You agree to it',
  b: 'It is needed for a contract with you',
  c: 'The law says the body must do it',
  d: 'It is needed to save a life',
  e: 'It is needed for a public task',
}
