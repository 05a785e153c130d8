// A process of its own that uses the embedded server until its standard input ends or Ctrl-C is pressed.
// Its argument: the options of startPostgres, and `uid` for an account to become first, as JSON.
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type PostgresOptions, startPostgres } from '../../src/demo/database/postgres.ts'

const { uid, ...options } = JSON.parse(process.argv[2] ?? '') as PostgresOptions & { uid?: number }
if (uid !== undefined) {
  process.setgroups?.([])
  process.setgid?.(uid)
  process.setuid?.(uid)
}

try {
  const postgres = await startPostgres({ ...options, log: () => undefined })
  const finish = async () => {
    await wait(200) // the last of our work
    tell({ reachable: await isReachable(postgres.port) })
    await postgres.stop()
    process.exit()
  }
  process.once('SIGINT', () => void finish())
  process.stdin.once('end', () => void finish()).resume()
  tell({ url: postgres.url, attached: postgres.attached, error: '' })
} catch (error) {
  tell({ url: '', attached: false, error: error instanceof Error ? error.message : String(error) })
}

function tell(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

function isReachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
