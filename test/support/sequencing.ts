import { createSequencer, type SequencerParts } from '../../src/access-log/log/sequencer.ts'
import { logKeyOf } from '../../src/access-log/log/log-settings.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testVault } from './access-log.ts'
import type { TestDatabase } from './database.ts'
import type { House } from './house.ts'

export const testLogKey = signerKey('log.example/log', Buffer.alloc(32, 5))

/** A sequencer that is not started; say what is remarkable about it. */
export const aSequencer = ({ worker }: Pick<TestDatabase, 'worker'>, remarkable: Partial<SequencerParts> = {}) =>
  createSequencer({
    ...{ db: worker, vault: testVault(), clock: () => new Date(), key: testLogKey, witnesses: [], fetch },
    logger: createLogger({ level: 'silent' }),
    ...remarkable,
  })

/** Gives every record of a house its place, as its worker would, and lets the checkpoint be published. */
export async function placeAll({ config, database, clock, logger }: House): Promise<void> {
  const { vault } = config
  await aSequencer(database, { vault, clock, logger, key: logKeyOf(config), witnesses: config.log.witnesses }).runOnce()
}
