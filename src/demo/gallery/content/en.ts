export const en = {
  title: 'Every page in every state',
  intro: 'Each page is made by the service as you ask for it, for a made-up person. Nothing of it is kept.',
  count: (number: number) => `${number} states.`,
  language: 'Choose the language at the top of each page.',
}
