export const en = {
  list: {
    title: 'What public bodies use data for',
    intro:
      'A public body must say what it uses data about people for, and which law allows it. Each use of your data that you see in this service names one of these.',
    agreements: 'What a body does with what you tell us stands in its agreements.',
    agreementsLink: 'See all agreements',
    bulk: 'See uses of data about many people at once',
    retention: 'See what we have deleted',
    figures: 'See in numbers what people ask, and what is kept back',
    empty: 'No body has said yet what it uses data for.',
    data: 'Data',
    openness: 'When you see it',
    standing: 'State',
  },
  activity: {
    title: (body: string, purpose: string) => `${body}: ${purpose}`,
    versionTitle: (body: string, purpose: string, version: number) => `${body}: ${purpose} (version ${version})`,
    illustration: (body: string) =>
      `This is an illustration. It shows how this service works. ${body} has not said this about itself.`,
    body: 'Public body',
    purpose: 'What it uses data for',
    data: 'Data it uses',
    basis: 'Reason in data protection law',
    special: 'What allows the use of sensitive data',
    power: 'The law that allows it',
    openness: 'When you see it in your list',
    authority: 'Who may keep it closed',
    review: 'When a second person checks that it must stay closed',
    reviewDays: (days: number) => `Every ${days} days`,
    kept: 'How long we keep a record of it',
    months: (months: number) => (months % 12 === 0 ? years(months / 12) : `${months} months`),
    agreement: 'The agreement it is under',
    code: 'Its purpose in the list that programs use',
    registeredOn: 'In use since',
    standing: 'State',
    older: 'This is not the latest version.',
    latest: 'See the latest version',
    versions: 'Versions',
    versionsIntro: 'When this changes, we keep the old version. A record of a use names the version of its time.',
    version: (version: number, date: string) => `Version ${version}, from ${date}`,
    thisOne: '(this one)',
    programs: 'For people who write programs',
    json: 'This version as JSON',
  },
  openness: {
    open: () => 'As soon as the body tells us',
    delayed: (days: number) =>
      `${days} days after the body tells us, so that you do not know of a check before it is done`,
    sealed: (days: number) =>
      `It is closed while somebody looks into a crime or fraud. It opens by itself after ${days} days, unless a second person decides that it must stay closed for longer`,
    'protected-third-party': () =>
      'As soon as the body tells us. We leave out what would tell you something about another person',
  },
  standings: { live: 'In use', ended: 'Not in use any more' },
}

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`)
