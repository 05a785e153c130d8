export const en = {
  title: 'How well sharing works',
  lead: 'Figures about this service and the bodies that take part. Each month is counted once, when it is over. After that it never changes.',
  rule: 'Nothing here is about one person. Where a figure is about people, we do not say numbers under 5.',
  groups: {
    requests: 'Requests to share data',
    deliveries: 'What bodies were told',
    access: 'Who used data',
    service: 'How well this service works',
    quality: 'How well the data fits',
  },
  latest: (month: string) => `In ${month}`,
  running: (month: string, time: string) => `${month} so far, counted on ${time}`,
  noMonth: 'No month has been counted yet. The first one is counted on the first day of next month.',
  countedOn: (month: string, time: string) => `The latest month is ${month}. It was counted on ${time}.`,
  definition: 'What this means',
  chartsHeading: 'The last 12 months',
  description: 'The same numbers are in the table below.',
  show: 'Show these numbers as a table',
  along: 'Month',
  total: 'All',
  more: 'More figures',
  links: {
    priorities: 'Two national priorities',
    counts: 'What people ask, and what is kept back from them',
    json: 'All figures as JSON',
    csv: 'All figures as CSV',
    feed: 'A feed of new figures and decisions',
    back: 'All figures',
  },
  one: {
    allMonths: 'Month by month',
    byPart: (month: string) => `By event in ${month}`,
    byBody: (month: string) => `By body in ${month}`,
    body: 'Body',
    event: 'Event',
    earlier: (month: string) => `Earlier: ${month}`,
    later: (month: string) => `Later: ${month}`,
    noBodies: 'There is nothing to say about single bodies in this month.',
    someMissing: 'A body that is not in the list had no cases, or too few to say.',
    wholeService: 'See the figure for the whole service',
  },
  values: {
    days: (value: string) => (value === '1' ? '1 day' : `${value} days`),
    minutes: (value: string) => (value === '1' ? '1 minute' : `${value} minutes`),
    questions: (value: string) => (value === '1' ? '1 question' : `${value} questions`),
    few: 'Fewer than 5, or none',
    tooFew: 'Too few to say',
    notGiven: 'Not given',
    none: 'None to count',
    missing: 'Not counted',
  },
  steps: {
    whole: 'Days from request to decision',
    considered: 'Days from request to first look',
    decided: 'Days from first look to decision',
  } as Record<string, string>,
  parts: {
    'whole-median': 'Request to decision: half took less than',
    'whole-p90': 'Request to decision: 9 in 10 took less than',
    'considered-median': 'Request to first look: half took less than',
    'considered-p90': 'Request to first look: 9 in 10 took less than',
    'decided-median': 'First look to decision: half took less than',
    'decided-p90': 'First look to decision: 9 in 10 took less than',
    taken: 'Taken by the body',
    'given-up': 'Could not be handed over',
    done: 'Done',
    no_record: 'No record found',
    needs_information: 'More is needed',
    refused: 'Refused',
    'no-power': 'No power to share',
    'too-much': 'Too much was asked for',
    security: 'Not secure enough',
    cost: 'It costs too much',
    quality: 'The data is not good enough',
    other: 'Something else',
  } as Record<string, string>,
  figures: {
    'requests-made': {
      name: 'Requests to share made',
      definition: 'How many requests to share data were made in the month. Counted for the body that asks.',
    },
    'requests-delivered': {
      name: 'Requests to share in force',
      definition: 'How many requests led to an agreement that came into force in the month.',
    },
    'requests-declined': {
      name: 'Requests to share declined',
      definition: 'How many requests were declined in the month. The reason is on the page of each agreement.',
    },
    'declined-why': {
      name: 'Why requests were declined',
      definition: 'Requests declined in the month, by the main reason that was given.',
    },
    'requests-backlog': {
      name: 'Requests still open',
      definition:
        'How many requests were open at the end of the month. They have no decision, or are not in force yet.',
    },
    'days-to-decide': {
      name: 'Days to a decision',
      definition:
        'How long requests took that were decided in the month. A day is 24 hours, weekends too. We show the middle value and the value that 9 in 10 stay under.',
    },
    'reliance-share': {
      name: 'New agreements that rely on another',
      definition:
        'Of new agreements that came into force in the month, how many rely on a decision that was there already.',
    },
    'cluster-share': {
      name: 'New agreements by cluster',
      definition:
        'Of new agreements that came into force in the month, how many were presumed in the cluster of the body.',
    },
    'paperwork-questions': {
      name: 'Questions answered for each agreement',
      definition: 'How many questions a body answered for an agreement that came into force in the month, on average.',
    },
    'paperwork-minutes': {
      name: 'Time spent on each agreement',
      definition: 'How long the paperwork took, as bodies told us, on average. Bodies that did not say are left out.',
    },
    deliveries: {
      name: 'News for bodies',
      definition: 'How often a body was to be told of a report of the month. Counted when the month is over.',
    },
    'answers-on-time': {
      name: 'Answers on time',
      definition: 'Of first answers that came in the month, how many came within the usual days of the agreement.',
    },
    overdue: {
      name: 'Answers overdue',
      definition: 'How often we reminded a body in the month, as its answer was late.',
    },
    'access-records': {
      name: 'Uses of data reported',
      definition: 'How many uses of data on days of the month bodies have reported to us.',
    },
    'questions-asked': {
      name: 'Questions people asked',
      definition: 'How many questions people asked bodies in the month about a use of their data.',
    },
    'questions-in-time': {
      name: 'Questions answered in time',
      definition:
        'Of questions that the law wanted answered by a day of the month, how many were. A complaint has to be confirmed by that day.',
    },
    'sealed-opened': {
      name: 'Sealed records opened',
      definition: 'How many records that were kept back from a person opened to them in the month.',
    },
    'sealed-renewed': {
      name: 'Sealed records kept back longer',
      definition: 'How often two people of a body decided in the month to keep a record back longer.',
    },
    coverage: {
      name: 'Bodies that report their uses',
      definition: 'Of bodies that take part, how many reported uses of data to us in the month.',
    },
    'cost-per-transaction': {
      name: 'Cost for each report',
      definition: 'What one report costs to deal with, as the service last worked it out. It is not counted here.',
    },
    satisfaction: {
      name: 'User satisfaction',
      definition: 'Of people who told us in the month what they think, how many are satisfied or very satisfied.',
    },
    completion: {
      name: 'Completion rate',
      definition:
        'Reports sent in the month, as a share of reports begun in it. A report begun earlier and sent now counts too, so it can be over 100%.',
    },
    'digital-take-up': {
      name: 'Digital take-up',
      definition:
        'How much of their news bodies say they get through this service, and not by phone, post or in person.',
    },
    'match-rate': {
      name: 'Matching rate',
      definition: 'Of first answers that came in the month, in how many the body had found the person in its files.',
    },
    answers: {
      name: 'What bodies answered',
      definition:
        'First answers that came in the month, by what they say. This shows why news did not lead to a change.',
    },
  },
  feed: {
    title: 'New figures and decisions on agreements',
    month: (month: string) => `Figures of ${month}`,
    monthText: 'The figures of this month are counted. They will not change.',
    acts: {
      approved: 'approved',
      declined: 'declined',
      presumed: 'approved by presumption',
      relied: 'relies on another decision',
      'in-force': 'in force',
      objected: 'objected to',
      reviewed: 'reviewed',
      renewed: 'renewed',
      lapsed: 'lapsed',
      ended: 'ended',
      mediation: 'in mediation',
      finding: 'finding published',
      improved: 'improved',
    } as Record<string, string>,
  },
  file: 'performance',
  satisfaction: {
    title: 'How did you find this service?',
    lead: 'There is 1 question. We do not keep who you are, and we do not link your answer to a report.',
    question: 'Overall, how did you feel about the service you used today?',
    scores: {
      '5': 'Very satisfied',
      '4': 'Satisfied',
      '3': 'Neither satisfied nor dissatisfied',
      '2': 'Dissatisfied',
      '1': 'Very dissatisfied',
    },
    missing: 'Select how you felt about the service',
    button: 'Send feedback',
    sentTitle: 'Thank you for your feedback',
    sent: 'We count your answer with all others.',
    figures: 'See what people think of this service',
    start: 'Go to the start page',
  },
  priorities: {
    title: 'Two national priorities',
    lead: 'These need many bodies to share data well. So they show early whether sharing works.',
    honest: (date: string) =>
      `We list what was published by ${date}. The list does not change by itself: look at the sources for what came later.`,
    owner: 'Who is in charge',
    state: 'Where it stands',
    milestones: 'Milestones',
    sources: 'Sources',
    serves: 'What this service does for it',
    events: 'Events that help',
    agreements: 'Agreements in force that cover these events',
    noAgreements: 'No agreement here covers these events yet.',
    states: { done: 'Done', published: 'As published', unknown: 'No date published' },
  },
}
