// The doors of intake in a process of their own, to be killed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '../../src/shared/database.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { intakeSite } from './intake.ts'

const [url = '', signingKey = ''] = process.argv.slice(2)
const server = createServer(intakeSite({ web: openDatabase(url) }, JSON.parse(signingKey) as SigningJwk))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
