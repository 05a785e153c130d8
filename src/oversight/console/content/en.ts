export const en = {
  overview: {
    title: 'Overview',
  },
}
