// A sequencer in a process of its own, until it is killed: ready when it has worked once, at work when its parent says so.
// Its argument is the database's URL for the worker role.
import { openDatabase } from '../../src/shared/database.ts'
import { aSequencer } from './sequencing.ts'

const sequencer = aSequencer({ worker: openDatabase(process.argv[2] ?? '', { plansOnce: true }) })
process.once('message', () => void sequencer.start())
process.once('disconnect', () => process.exit(0))
await sequencer.runOnce()
process.send?.('ready')
