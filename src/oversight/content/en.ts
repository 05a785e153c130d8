export const en = {
  /** Above the heading of operators' pages, where an agency's people read its name. */
  operators: 'Operators of this service',
  navigation: {
    overview: 'Overview',
    deliveries: 'Deliveries',
    inbox: 'Inbox',
    streams: 'Streams',
    keys: 'Keys',
    deadLetters: 'Dead letters',
    quality: 'Matching rate',
    conformance: 'Conformance',
    people: 'People',
    contact: 'Contact details',
    agencies: 'Agencies',
    cases: 'Cases',
    requests: 'Requests',
    signOut: 'Sign out',
  },
}
