// Makes your key pair. Keep private-key.pem to yourself; send us what is printed.
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
writeFileSync('private-key.pem', pem, { mode: 0o600 })

const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' }
console.log(JSON.stringify({ keys: [key] }, null, 2))
