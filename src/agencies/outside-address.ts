import { z } from 'zod'

/** What the file may say on this machine. */
export interface AddressRules {
  /** Plain http to this machine itself: for sample agencies on a developer's machine, never in production. */
  allowLoopback: boolean
}

/** An address of somebody else's server that we shall call. Whether it is public is checked when we connect. */
export const outsideAddress = (rules: AddressRules) =>
  z.string().superRefine((address, context) => {
    const problem = addressProblem(address, rules)
    if (problem) context.addIssue(problem)
  })

export function addressProblem(address: string, { allowLoopback }: AddressRules): string | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || /[\s\p{Cc}]/u.test(address)) {
    return 'must be a whole web address, such as https://www.example.gov.uk/events'
  }
  if (address.length > 2000) return 'must have at most 2000 characters'
  if (url.username || url.password) return 'must not hold a user name or password: the file is read by many'
  if (url.hash) return 'must not have a part after #, which is never sent'
  if (url.protocol === 'https:') return undefined
  if (!isLoopback(url.hostname)) return 'must begin with https://'
  return allowLoopback ? undefined : 'must begin with https://: http to this machine itself is for development only'
}

const isLoopback = (host: string) => /^(127(\.\d{1,3}){3}|\[::1\]|localhost|.+\.localhost)$/.test(host)
