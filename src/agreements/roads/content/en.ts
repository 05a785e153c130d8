export const en = {
  facts: {
    address: 'Your address',
    name: 'Your name',
    phone: 'Your phone number',
    email: 'Your email address',
    language: 'The language you want to use',
    employer: 'Who you work for',
    income: 'How your income has changed',
    child: 'The names of your child',
  },
  terms: {
    purpose: (fact: string) => `Not ask people again for what another body holds: ${fact}`,
    effect: 'It will use what it is told, and not ask you for it.',
  },
  askedOnce: {
    title: 'What you need not be asked again',
    intro: 'These public bodies get a fact from another body. They should not ask you for it.',
    empty: 'No body gets a fact from another body yet.',
    from: (holder: string) => `from ${holder}`,
    agreement: 'See the agreement',
    caption: (body: string) => `What ${body} need not ask you for`,
    fact: 'Fact',
    holder: 'Who it comes from',
  },
}
