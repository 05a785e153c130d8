// A timekeeper in a process of its own, until it is told to stop or killed. It says when it begins and ends a run.
// Its argument, as JSON: the database's URL for its role, and how many milliseconds a run takes.
import { setTimeout as pause } from 'node:timers/promises'
import { createTimekeeper } from '../../src/notices/timekeeper.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'

const { url: databaseUrl, takes } = JSON.parse(process.argv[2] ?? '') as { url: string; takes: number }
const db = openDatabase(databaseUrl)
const say = (word: string) => void process.stdout.write(`${word}\n`)
const keeper = createTimekeeper({
  ...{ databaseUrl, db, clock: () => new Date() },
  logger: createLogger({ level: 'fatal' }),
  timers: [
    {
      name: 'slow',
      at: '* * * * *',
      run: async () => {
        say('begun')
        await pause(takes)
        say('done')
      },
    },
  ],
})
keeper.start()
process.once('SIGTERM', () => {
  void keeper.stop().then(() => db.destroy())
})
