export const en = {
  rows: {
    sealed: 'Kept back',
    shown: (day: string) => `This record was kept back from you. It opened by itself on ${day}.`,
    first: (day: string) => `It was first kept back until ${day}.`,
    renewed: (on: string, until: string) => `On ${on} two people agreed to keep it back until ${until}.`,
    authority: (who: string) => `Allowed by: ${who}`,
    protected: 'What is not shown',
    protectedText: 'We leave some details out to protect another person.',
  },
  figures: {
    title: 'Questions and sealed records in numbers',
    intro:
      'How often people ask about uses of their data, and how often public bodies keep a record of a use back from the person it is about. We show no number below 5, so that nobody can be found in it.',
    few: 'Fewer than 5',
    questions: 'Questions that people asked',
    questionsIntro: 'Questions, complaints and requests for a name, by what the data was used for.',
    sealed: 'Sealed records',
    sealedIntro:
      'The law lets some bodies, such as those that work on fraud, keep a record back for a time. Each one opens by itself. Every body that may do so is in this list, whether or not it did.',
    activity: 'Use of data',
    quarter: 'Three months',
    count: 'How many',
    empty: 'There is nothing to show yet.',
    from: (from: string, to: string) => `${from} to ${to}`,
    json: 'Get these numbers as JSON',
  },
}
