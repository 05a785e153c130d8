/** Something that needs a person to look at it: it says which report, and nothing of what is in it. */
export interface Case extends ListedCase {
  reportId: string
}

/** What anybody who looks after cases may see of one at once. */
export interface ListedCase {
  id: string
  /** A report that whoever it is about took back; or one that whoever made it says was wrong. */
  kind: 'reported-about' | 'wrong-report'
  openedAt: Date
  state: 'open' | 'closed'
  closedAt?: Date | undefined
}
