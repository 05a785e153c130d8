export const en = {
  day: (weekday: string, day: string) => `${weekday} ${day}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  gaps: {
    silent: (body: string, day: string, _other: string) => `${body} has not reported since ${day}.`,
    uncounted: (body: string, day: string, _other: string) =>
      `${body} has not told us how often it used data on ${day}.`,
    fewer: (body: string, day: string, _other: string) =>
      `${body} used data more often on ${day} than it has reported to us.`,
    more: (body: string, day: string, _other: string) => `${body} has reported more uses for ${day} than it counted.`,
    exchange: (body: string, day: string, other: string) =>
      `${body} and ${other} passed data to each other on ${day}, and ${body} has not reported all of it.`,
  },
  above: {
    incomplete: 'This list may be incomplete.',
    more: (bodies: number) =>
      bodies === 1 ? 'The same goes for 1 more body.' : `The same goes for ${bodies} more bodies.`,
    coverage: 'See what each body reports, and what it does not',
    warning: 'Warning',
  },
  page: {
    title: 'What each body reports',
    intro:
      'Bodies report to us when they use people’s data. Here you can see since when each of them does, for which of its systems, and where something may be missing.',
    check:
      'At the end of each day a body can tell us, with its signature, how often it used anybody’s data. We compare that with what has reached us, and what one body says it gave with what the other says it got. When something is missing, we say so here within the hour.',
    gaps: 'Now',
    mayMiss: 'May be incomplete',
    since: 'Reports since',
    never: 'It has not reported yet',
    last: 'Heard last',
    covered: 'Systems it reports',
    missing: 'Systems it does not report',
    unsaid: 'The body has not told us which.',
    others: 'Bodies that do not report yet',
    othersIntro:
      'These bodies take part in the service. We record what we tell them. They do not yet report what they do with it.',
    nobody: 'No body reports yet.',
    figures: 'See in numbers what people ask, and what is kept back',
    back: 'Who used your data',
  },
}
