import type { RequestHandler } from 'express'
import { Refusal } from '../shared/refusal.ts'

/** A form's body is unknown until read: fields may be absent, repeated, or not text. None of these throws. */
export type FormBody = unknown

/** The fields of a form, besides its `_csrf`. */
export interface FormFields {
  /** Those that come once at most. */
  single?: readonly string[]
  /** Those that may be repeated: checkboxes. */
  list?: readonly string[]
}

/**
 * The fields that a door's form has, said on the door's own line: anything else, and a single one sent twice, is
 * refused with the page for what cannot be read. A door that can show its page again asks `misfits` itself.
 */
export const takes =
  (fields: FormFields = {}): RequestHandler =>
  (req, _res, next) => {
    if (misfits(req.body, fields)) throw new Refusal('invalid', 'The form has a field that it should not have')
    next()
  }

/**
 * True when a body holds what the form it should come from cannot send (OWASP ASVS 5.0, 15.3.3 and 15.3.7): then no
 * part of it can be trusted to be what its sender meant.
 */
export function misfits(body: FormBody, { single = [], list = [] }: FormFields): boolean {
  return Object.entries(body ?? {}).some(
    ([name, value]) => !list.includes(name) && (Array.isArray(value) || !['_csrf', ...single].includes(name)),
  )
}

/** Names of all fields that were sent. */
export const fieldNames = (body: FormBody): string[] => Object.keys(body ?? {})

/** One text field: absent is '', repeated is its last value. Control characters but line breaks are dropped. */
export function textField(body: FormBody, name: string): string {
  const value = valueOf(body, name)
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? clean(last) : ''
}

/** Checkboxes: absent is [], one is [one]. */
export function listField(body: FormBody, name: string): string[] {
  const value = valueOf(body, name)
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((item): item is string => typeof item === 'string').map(clean)
}

const valueOf = (body: FormBody, name: string): unknown =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined

/** Lines without the spaces around them, one after the other. */
export const oneLine = (text: string, between: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(between)

// No language puts more marks on a letter (Unicode Standard Annex 15, section 13): to order thousands takes seconds.
const MORE_MARKS = /(\p{M}{30})\p{M}+/gu

const clean = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{C}\n]/gu, '')
    // What is unseen is gone by now, and stands between no marks.
    .replace(MORE_MARKS, '$1')
    .normalize('NFC')
    .trim()
