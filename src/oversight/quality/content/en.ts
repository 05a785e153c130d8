export const en = {
  title: 'Matching rate',
  intro:
    'See how well what you are told fits your files. It counts your latest answer to each delivery of the last 365 days.',
  advice:
    'Where you often find nobody, a matching field that your agreement does not have may help. Where you often refuse, you may be told of something that you do not need.',
  told: 'What you are told',
  version: (agreement: string, version: number) => `${agreement}, version ${version}`,
  answered: 'Answered for good',
  noRecord: 'No record',
  refused: 'Refused',
  rate: 'Found in your files',
  counts: (count: number, percent: string) => `${count} (${percent})`,
  empty: 'You have not answered anything for good yet.',
}
