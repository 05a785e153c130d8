/** Where somebody can be reached. */
export interface Contact {
  email?: string | undefined
  phone?: string | undefined
}

/** Looked up only when something is sent, so that what was erased since is reached no more. */
export interface AddressBook {
  /** Undefined when the account is gone, or was never given an address. */
  ofCitizen(accountId: string): Promise<Contact | undefined>
  ofAgency(agencyId: string): Promise<Contact | undefined>
  /** Undefined when they may no longer sign in. */
  ofStaff(memberId: string): Promise<Contact | undefined>
  /** Of whoever asked for their body to join. */
  ofRequester(requestId: string): Promise<Contact | undefined>
  ofOperator?: Contact | undefined
}
