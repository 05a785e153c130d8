export const en = {
  title: 'The public log of who used data',
  lead: 'Every time a public body uses somebody’s data, we make a record. For each record we put an entry into a public log. The log can only grow. Nobody can change an entry or take one out without being noticed. That is true for us too.',
  now: 'The log now',
  empty: 'The log has no entries yet.',
  notBegun: 'The log is being begun. Load this page again in a few seconds.',
  size: 'Entries',
  signed: 'Last signed',
  witnesses: 'Witnesses',
  witness: (name: string, size: string, time: string) => `${name}: signed ${size} entries on ${time}`,
  silent: (name: string) => `${name}: has signed nothing yet`,
  noWitness: 'Nobody outside this service watches the log yet.',
  witnessesMean:
    'A witness is somebody else’s computer. It signs what it sees, and it does not sign when the log says something else than before.',
  name: 'Name',
  key: 'Key',
  keyHint: 'Keep a copy of the key. Then you can tell if anybody shows you another log.',
  proves: {
    heading: 'What a receipt proves',
    list: [
      'Your record was in the log at the time when the log was signed',
      'Not one letter of your record has changed since',
      'Nothing was taken out between two of your records: each one names the one before it',
    ],
  },
  doesNot: {
    heading: 'What it does not prove',
    list: [
      'That what a public body wrote is true',
      'That a public body told us about everything it did',
      'That nothing newer is held back. To find that out, we compare our records with the numbers that public bodies give us each day',
    ],
  },
  others: {
    heading: 'What other people can see',
    text: 'Anybody can read the whole log. An entry is a short line of data that looks like pure chance. It does not say who it is about, which public body it was, or why.',
  },
  check: {
    heading: 'Check a receipt',
    text: 'You get a receipt on the page of each of your records. It is checked here by your own browser. It is not sent anywhere.',
    choose: 'Choose your receipt (a zip file)',
  },
  results: {
    good: { tag: 'It holds', text: 'This record is in the log, and nothing in it has changed.' },
    entry: {
      tag: 'It holds',
      text: 'This entry is in the log. The record itself is not in this receipt, so only the entry was checked.',
    },
    record: { tag: 'It does not hold', text: 'The record, or something that belongs to it, has been changed.' },
    proof: {
      tag: 'It does not hold',
      text: 'The way from the entry to the log is broken. Something has been changed.',
    },
    signature: { tag: 'It does not hold', text: 'What the receipt shows was not signed with the key of this log.' },
    another: {
      tag: 'Not checked',
      text: 'This receipt is of another log. Check it on the page of that log. Its name is:',
    },
    key: {
      tag: 'Not checked',
      text: 'This receipt was not signed with the key that the log has now. It may be older than the key, or somebody may have made it up. Did you keep the key that the log had then? With that, the command on this page can tell.',
    },
    unreadable: { tag: 'Not checked', text: 'This file is not a receipt. Choose the zip file as you downloaded it.' },
    unable: {
      tag: 'Not checked',
      text: 'This browser cannot check signatures. Try a newer one, or the command on this page.',
    },
  },
  fact: { index: 'Number of the entry', size: 'Entries when it was signed', witnesses: 'Also signed by' },
  command: {
    heading: 'Check it without this page',
    text: 'Programmers can check the whole log, or a receipt, with the source code of this service:',
    tiles: 'The log has the form of C2SP tlog-tiles, which other programs read too. It starts at:',
  },
}

export type LogWords = typeof en
