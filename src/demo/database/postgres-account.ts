import { stat } from 'node:fs/promises'
import { SET_DATABASE_URL } from './postgres-program.ts'
import { type Account, runProgram } from './run-program.ts'

/**
 * The account the server runs under when we are root, under whom PostgreSQL refuses to run: the owner of the data
 * if there is any, so that the person it belongs to can go on with it without root; otherwise `postgres`.
 * Undefined when we are not root: then it is our own.
 */
export async function serverAccount(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(data).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await findAccount()) ?? (await createAccount())
}

async function findAccount(): Promise<Account | undefined> {
  const uid = await runProgram('id', ['-u', 'postgres'])
  const gid = await runProgram('id', ['-g', 'postgres'])
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

// shadow-utils (Debian, Fedora and their kin) first, then BusyBox.
const WAYS_TO_CREATE = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
  ['useradd', '--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', 'postgres'],
] as const

async function createAccount(): Promise<Account> {
  const complaints: string[] = []
  for (const [program, ...args] of WAYS_TO_CREATE) {
    const { ok, output } = await runProgram(program, args)
    const account = ok ? await findAccount() : undefined
    if (account) return account
    complaints.push(output.trim().split('\n')[0] ?? '')
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and the user "postgres" could not be created for it ' +
      `(${complaints.join('; ')}): create that user, start as a user other than root, or ${SET_DATABASE_URL}.`,
  )
}
