/** A form's body is unknown until read: fields may be absent, repeated, or not text. None of these throws. */
export type FormBody = unknown

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

const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{C}\n]/gu, '')
    .trim()
