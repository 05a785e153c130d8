import { readdir, readFile } from 'node:fs/promises'
import type { Db } from '../../src/shared/database.ts'

/** Milliseconds of a processor that a worker and all of its database have taken since they started. Linux only. */
export async function cpuTaken(worker: number, owner: Db): Promise<number> {
  const { rows } = await owner.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid')
  const backend = await statOf(rows[0]?.pid ?? 0)
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf))
  const server = all.filter((one) => one?.parent === backend?.parent)
  const [own, postmaster] = await Promise.all([statOf(worker), statOf(backend?.parent ?? 0)])
  const ticks = [...server, own].reduce((sum, one) => sum + (one?.ticks ?? 0), 0) + (postmaster?.ofEnded ?? 0)
  return ticks * TICK
}

/** Of the kernel's clock, in milliseconds: the same on every Linux that Node runs on. */
const TICK = 10

/** Fields by proc(5). Undefined where there is no such process, or no such thing as /proc. */
async function statOf(pid: number | string) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is a name, which may hold anything.
  const fields = text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  if (!fields) return undefined
  const [, parent, user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = [0, 1, 11, 12, 13, 14].map(
    (n) => fields[n],
  )
  return { parent, ticks: user + system, ofEnded: userOfEnded + systemOfEnded }
}
