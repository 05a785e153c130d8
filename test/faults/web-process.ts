// The web process, as server.ts opens it, with the settings of its argument.
import { runProcess } from '../../src/run-process.ts'
import { openWeb } from '../../src/server.ts'
import { createLogger } from '../../src/shared/log.ts'
import { takePort } from '../../src/web/listen.ts'
import { given, works } from './settings.ts'

await runProcess(async (parts) => {
  const { config, urls } = given()
  const { oneLogin, relyingParty } = config
  if (!oneLogin) throw new Error('There is no One Login to sign in at')
  const logger = createLogger({ level: 'silent' })
  const door = await takePort(config.port, ['127.0.0.1'])
  parts.defer(() => door.close())
  const staffOidc = { ...oneLogin, ...relyingParty }
  const web = openWeb({ config, oneLogin, staffOidc, databaseUrl: urls.web, door, logger })
  parts.defer(() => web.stop())
  works()
})
