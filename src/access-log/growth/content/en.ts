export const en = {
  retention: {
    title: 'What we have deleted',
    intro:
      'We keep a record of a use of your data for as long as the body has said. Then we delete it, with everything about it. When all records of a month have been kept for long enough, we delete the month.',
    certificate:
      'For each month that we deleted there is a signed certificate. The public log still holds a mark for each record. Nobody can read anything in these marks.',
    empty: 'We have deleted nothing yet. No record has been kept for long enough.',
    json: 'The certificates as JSON',
    month: 'Month',
    records: 'Records deleted',
    deletedOn: 'Deleted on',
  },
  bulk: {
    title: 'Uses of data about many people at once',
    intro:
      'Sometimes a body uses data about many people at once, for example to send a letter to all of them. You do not see such a use in your own list. It is listed here, for anyone to read.',
    people: 'How many people',
    body: 'Public body',
    why: 'What for',
    when: 'When',
    data: 'Data',
    corrected: 'A body put this right later.',
    takenBack: 'The body says that this did not happen.',
    empty: 'No body has told us of such a use yet.',
    newest: (count: number) => `These are the newest ${count}.`,
    json: 'The list as JSON',
  },
}
