// A sequencer in a process of its own, until it is killed: ready at once, at work when its parent says so.
// Its argument is the database's URL for the worker role.
import { openDatabase } from '../../src/shared/database.ts'
import { aSequencer } from './sequencing.ts'

const sequencer = aSequencer({ worker: openDatabase(process.argv[2] ?? '', { plansOnce: true }) })
process.once('message', () => void sequencer.start())
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
