import { randomBytes, randomUUID } from 'node:crypto'
import { eventTypeUri, findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import type { Facts } from '../../catalogue/life-event.ts'
import { syntheticFacts } from '../../catalogue/synthetic-facts.ts'
import type { Algorithm } from '../../vault/signing-keys.ts'
import { claimsOf } from '../event-token.ts'
import type { SignSet } from '../sign-set.ts'
import { flawOf, tokensOf, type Flaw, type Step } from './conformance.ts'

/** A token about nobody, as it waits to be sent or handed over. */
export interface SyntheticToken {
  jti: string
  eventType: string
  facts: Facts
  /** Looks like a pairwise id, and is nobody's. */
  person: string
  transaction: string
  flaw: Flaw | null
}

/** In the payload of each, inside what is signed: so a receiver can tell them from what is real. */
export const SYNTHETIC = { synthetic: true } as const

/** What an event of this type would tell under an agreement with these fields. */
export function madeUpToken(eventType: string, fields: readonly string[], events?: Catalogue): SyntheticToken {
  const event = findLifeEvent(eventType, events)
  if (!event) throw new Error(`There is no life event ${eventType}`)
  const facts = { ...SYNTHETIC, ...syntheticFacts(event, fields) }
  return { jti: randomUUID(), eventType, facts, person: anId(), transaction: anId(), flaw: null }
}

/** The tokens of a step. @param good the one that the run began with; undefined for the first step */
export function tokensFor(step: Step, wanted: Wanted, good: SyntheticToken | undefined): SyntheticToken[] {
  if (step === 'duplicate' && good) return [good]
  if (step === 'withdrawal' && good) {
    return [{ ...good, jti: randomUUID(), facts: { ...SYNTHETIC, change: 'withdrawn', original_jti: good.jti } }]
  }
  const { eventType, fields, events } = wanted
  const one = () => ({ ...madeUpToken(eventType, fields, events), flaw: flawOf(step) })
  return Array.from({ length: tokensOf(step) }, one)
}

export interface Wanted {
  eventType: string
  fields: readonly string[]
  events?: Catalogue
}

export interface Signing {
  baseUrl: string
  sign: SignSet
  agencyId: string
  algorithm: Algorithm
  now: Date
}

/** As it leaves the house, with what is wrong with it. */
export function signedSynthetic(token: SyntheticToken, { baseUrl, sign, agencyId, algorithm, now }: Signing): string {
  const claims = claimsOf({
    issuer: baseUrl,
    audience: token.flaw === 'audience' ? SOMEBODY_ELSE : agencyId,
    jti: token.jti,
    transaction: token.transaction,
    person: token.person,
    event: eventTypeUri(baseUrl, token.eventType),
    facts: token.facts,
    issuedAt: now,
    happenedAt: now,
  })
  const whole = sign(claims, algorithm)
  return token.flaw === 'signature' ? withSignatureOf(sign({ ...claims, jti: randomUUID() }, algorithm), whole) : whole
}

// No agency can have it: ids have no dots.
const SOMEBODY_ELSE = 'somebody.else'

/** Our key and algorithm, and a signature that is right for other content: what anybody could make who once saw a token. */
function withSignatureOf(other: string, token: string): string {
  const [header = '', payload = ''] = token.split('.')
  return [header, payload, other.split('.')[2] ?? ''].join('.')
}

const anId = () => randomBytes(16).toString('base64url')
