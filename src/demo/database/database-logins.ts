import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lockHome, openHome } from './postgres-home.ts'

/** A role that may log in. The password is hex. */
export type Login = { name: string; password: string }

/** With a database's URL, a name that no other database or data folder uses on the same server. */
export type MakeLogin = (role: string, databaseUrl?: string) => Login

/** Makes the same log-ins at every start, from a secret that the data folder keeps and only we can read. */
export async function loginMaker(dataDir: string, log: (line: string) => void): Promise<MakeLogin> {
  const secret = await ensureSecret(await openHome(dataDir), log)
  const derive = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  return (role, databaseUrl) => {
    const name = databaseUrl ? `${role}_${derive(`name ${databaseName(databaseUrl)}`).slice(0, 8)}` : role
    return { name, password: derive(`password ${name}`) }
  }
}

/** As parameters, because a URL without a host (of a Unix socket) cannot carry a name and password before it. */
export function withLogin(databaseUrl: string, login: Login): string {
  const url = new URL(databaseUrl.replace(/\/\/[^/?#]*@/, '//'))
  url.searchParams.set('user', login.name)
  url.searchParams.set('password', login.password)
  return url.href
}

async function ensureSecret(home: string, log: (line: string) => void): Promise<string> {
  const file = join(home, 'database-secret')
  const unlock = await lockHome(home, log)
  try {
    const known = await readFile(file, 'utf8').catch(() => '')
    if (known) return known
    const secret = randomBytes(32).toString('hex')
    await writeFile(file, secret, { mode: 0o600 })
    return secret
  } finally {
    unlock()
  }
}

function databaseName(databaseUrl: string): string {
  return databaseUrl.replace(/[?#].*$/, '').replace(/^.*\//, '')
}
