import type { Client } from 'pg'
import type { Db } from '../shared/database.ts'

/** The part of knex's client that makes a connection outside its pool. */
interface RawConnections {
  acquireRawConnection(): Promise<Client>
  destroyRawConnection(connection: Client): Promise<void>
}

export interface Listening {
  /** Resolves when the connection has ended, whoever ended it. */
  ended: Promise<void>
  close(): Promise<void>
}

/** What is done, by channel, with what each NOTIFY says. */
export type Heard = Readonly<Record<string, (payload: string) => void>>

/** Hears every NOTIFY on these channels, on a connection of its own: one of the pool may be given to somebody else. */
export async function listen(db: Db, heard: Heard): Promise<Listening> {
  const connections = db.client as RawConnections
  const connection = await connections.acquireRawConnection()
  const ended = new Promise<void>((resolve) => {
    connection.on('error', () => resolve()).on('end', () => resolve())
  })
  connection.on('notification', ({ channel, payload = '' }) => heard[channel]?.(payload))
  const close = () => connections.destroyRawConnection(connection)
  try {
    for (const channel of Object.keys(heard)) await connection.query(`listen ${connection.escapeIdentifier(channel)}`)
  } catch (error) {
    await close()
    throw error
  }
  return { ended, close }
}
