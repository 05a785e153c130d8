/** The name of the buttons that lead from the page with all bodies to another; their value says to which. */
export const THEN = 'then'

export const thenChange = (page: 'when' | 'leave-out', agreementId: string) => `${page}:${agreementId}`

export const thenGiveNumber = 'number:'
