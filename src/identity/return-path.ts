import type { Request } from 'express'

/** Where a sign-in ends that nobody was sent to from anywhere. */
export const HOME = '/reports'

const NEVER = ['/sign-in', '/sign-out', '/signed-out', '/auth/']

/** A path of ours, or home. Nothing that a browser could read as another host: `//elsewhere`, `/\elsewhere`. */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return HOME
  const { origin, pathname, search } = new URL(wanted, 'http://here.invalid')
  if (origin !== 'http://here.invalid' || pathname.startsWith('//')) return HOME
  return NEVER.some((start) => pathname.startsWith(start)) ? HOME : `${pathname}${search}`
}

/** The path that a request was made from, as its browser says. */
export function pageBefore(req: Request): string | undefined {
  const from = URL.parse(req.get('referer') ?? '')
  return from ? `${from.pathname}${from.search}` : undefined
}
