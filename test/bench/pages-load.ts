import { Pool } from 'undici'
import { sharedNow } from './child.ts'

/** One page, asked for by many people at a time. */
export interface Target {
  origin: string
  /** Of each of them. */
  paths: readonly string[]
  cookies: readonly string[]
  /** Stands in every answer. */
  heading: string
}

export interface Answered {
  /** Milliseconds of each request. */
  times: number[]
  seconds: number
}

let round = 0

/** Everybody asks again as soon as they have their answer, for so many seconds, each from an address of their own. */
export async function askFor(target: Target, seconds: number): Promise<Answered> {
  round += 1
  const pool = new Pool(target.origin, { connections: target.paths.length, pipelining: 1 })
  const times: number[] = []
  const begun = sharedNow()
  const end = begun + seconds * 1000
  const person = async (path: string, number: number) => {
    const headers = { cookie: target.cookies[number] ?? '', 'x-forwarded-for': `10.0.${round}.${number}` }
    while (sharedNow() < end) times.push(await timeOf(pool, path, headers, target.heading))
  }
  await Promise.all(target.paths.map(person))
  const took = (sharedNow() - begun) / 1000
  await pool.close()
  return { times, seconds: took }
}

async function timeOf(pool: Pool, path: string, headers: Record<string, string>, heading: string): Promise<number> {
  const begun = sharedNow()
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers })
  const text = await body.text()
  if (statusCode !== 200 || !text.includes(heading)) throw new Error(`${path} answered ${statusCode}`)
  return sharedNow() - begun
}
