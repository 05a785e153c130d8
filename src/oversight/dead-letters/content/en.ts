export const en = {
  list: {
    title: 'Dead letters',
    intro:
      'We tried for 7 days to tell you these, and stopped. You can have them sent again, or discard them. The citizen sees what you do.',
    viewer: 'You can see this list. Deciding needs the role of officer or admin.',
    streams: 'By stream',
    all: (count: number) =>
      count === 1 ? 'Decide about the 1 of this stream' : `Decide about all ${count} of this stream`,
    of: (stream: string) => `: ${stream}`,
    rows: { news: 'What is new', when: 'When it came', gaveUp: 'When we stopped', failure: 'What went wrong last' },
    decide: 'Decide about it',
    ofOne: (what: string, time: string) => `: ${what}, ${time}`,
    empty: 'There are no dead letters.',
    pages: 'Pages of this list',
    previous: 'Newer',
    next: 'Older',
  },
  decide: {
    title: (what: string, time: string) => `Decide about ${what}, ${time}`,
    titleOfStream: (stream: string) => `Decide about all dead letters of ${stream}`,
    ofStream: (count: number) =>
      `There are ${count}. What was taken back, or overtaken by something newer, is not sent again.`,
    overtaken: 'This was taken back, or overtaken by something newer. It cannot be sent again, but you can discard it.',
    act: 'What do you want to do?',
    acts: { redrive: 'Have it sent again', discard: 'Discard it' },
    hints: {
      redrive: 'We try for another 7 days. You get what the report says by now.',
      discard: 'You are not told. The citizen sees that, and that they have to tell you themselves.',
    },
    reason: 'Why?',
    reasonHint: 'It is kept with what you do. Write nothing about a person.',
    submit: 'Confirm',
    cancel: 'Cancel',
    errors: {
      act: 'Select what you want to do',
      reason: 'Enter why',
      long: 'The reason must be 500 characters or fewer',
    },
  },
}
