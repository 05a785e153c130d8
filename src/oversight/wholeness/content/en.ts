export const en = {
  title: 'Where the access log may not be whole',
  lead: 'What bodies report is compared with what they sign each day, and with what the bodies on the other side report. Worked out every 10 minutes.',
  gaps: {
    heading: 'Gaps that are open, or were closed in the last 30 days',
    columns: { body: 'Body', what: 'What', state: 'State' },
    nothing: 'There is no gap.',
  },
  kinds: {
    silent: 'Silent since',
    uncounted: 'No count for the day',
    fewer: 'Fewer came than it says',
    more: 'More came than it says',
    exchange: 'Fewer than the other side reports',
  },
  with: (what: string, other: string) => `${what}: ${other}`,
  numbers: (said: number, arrived: number) => `${said} expected, ${arrived} arrived`,
  openSince: (time: string) => `Open since ${time}`,
  closedAt: (time: string) => `Closed on ${time}`,
  heard: {
    heading: 'When each body was heard last',
    columns: { body: 'Body', last: 'Heard last' },
    nothing: 'No body has reported yet.',
  },
}
