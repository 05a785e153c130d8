import { readEntry } from '../../agencies/file-mistakes.ts'
import { thumbprint } from '../../agencies/key-thumbprint.ts'
import { addressProblem } from '../../agencies/outside-address.ts'
import { publicKeys } from '../../agencies/public-keys.ts'
import type { PublicKeys } from '../../agencies/agency.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { consoleWords } from './words.ts'

export interface TypedKeys {
  jwks: string
  jwksUri: string
}

export type ReadKeys = { jwks: PublicKeys; jwksUri: null } | { jwks: null; jwksUri: string } | { errors: FieldError[] }

export interface KeyRules {
  revoked: readonly string[]
  allowLoopback: boolean
  language: Language
}

export const typedKeys = (body: FormBody): TypedKeys => ({
  jwks: textField(body, 'jwks'),
  jwksUri: textField(body, 'jwks_uri'),
})

/** Either a set of public keys or an address of one. What is wrong is said without quoting a key. */
export async function readKeys(typed: TypedKeys, rules: KeyRules): Promise<ReadKeys> {
  const { errors } = consoleWords[rules.language].changeKeys
  const given = [typed.jwks, typed.jwksUri].filter((text) => text !== '')
  if (given.length === 0) return { errors: [{ field: 'jwks', message: errors.way }] }
  if (given.length === 2) return { errors: [{ field: 'jwks_uri', message: errors.both }] }
  return typed.jwks === '' ? readAddress(typed.jwksUri, rules) : readSet(typed.jwks, rules)
}

function readAddress(address: string, { allowLoopback, language }: KeyRules): ReadKeys {
  const { errors } = consoleWords[language].changeKeys
  const problem = addressProblem(address, { allowLoopback })
  if (problem === undefined) return { jwks: null, jwksUri: address }
  return { errors: [{ field: 'jwks_uri', message: errors.addressIs(problem) }] }
}

async function readSet(text: string, { revoked, language }: KeyRules): Promise<ReadKeys> {
  const { errors } = consoleWords[language].changeKeys
  const wrong = (message: string) => ({ errors: [{ field: 'jwks', message }] })
  const reading = readEntry(publicKeys, parsed(text))
  if ('mistakes' in reading) return wrong(messageFor(reading.mistakes, language))
  const prints = await Promise.all(reading.value.keys.map(thumbprint))
  if (prints.some((print) => revoked.includes(print))) return wrong(errors.revoked)
  return { jwks: { keys: reading.value.keys }, jwksUri: null }
}

function parsed(text: string): unknown {
  try {
    const json = JSON.parse(text) as unknown
    // One key alone is a set of one.
    return typeof json === 'object' && json !== null && 'kty' in json ? { keys: [json] } : json
  } catch {
    return undefined
  }
}

/** The worst of several mistakes: one that makes somebody act at once. */
function messageFor(mistakes: readonly { path: readonly unknown[]; problem: string }[], language: Language): string {
  const { errors, problems } = consoleWords[language].changeKeys
  const has = (pattern: RegExp) => mistakes.some(({ problem }) => pattern.test(problem))
  if (has(/private half/)) return errors.jwksIs(problems.private)
  if (has(/shared secret/)) return errors.jwksIs(problems.secret)
  if (mistakes.every(({ path }) => path.length < 2)) return errors.json
  if (mistakes.every(({ path }) => path.at(-1) === 'kid')) return errors.jwksIs(problems.kid)
  return errors.jwksIs(problems.weak)
}
