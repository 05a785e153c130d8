/** The places of a journey, for links and redirects. */
export const paths = {
  events: '/report',
  event: (type: string) => `/report/${type}`,
  question: (type: string, name: string) => `/report/${type}/${name}`,
  item: (type: string, name: string, number: number) => `/report/${type}/${name}/${number}`,
  itemRemoval: (type: string, name: string, number: number) => `/report/${type}/${name}/${number}/removal`,
  draftRemoval: (type: string) => `/report/${type}/draft-removal`,
  checkAnswers: (type: string) => `/report/${type}/check-answers`,
  whoWillBeTold: (type: string) => `/report/${type}/who-will-be-told`,
  whenTold: (type: string, agreementId: string) => `/report/${type}/when/${agreementId}`,
  leaveOut: (type: string, agreementId: string) => `/report/${type}/redaction/${agreementId}`,
  confirmation: (reference: string) => `/reports/${reference}/confirmation`,
  progress: (reference: string) => `/reports/${reference}`,
}
