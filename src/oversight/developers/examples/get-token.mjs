// npm install jose
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { importPKCS8, SignJWT } from 'jose'

const { SERVICE, CLIENT_ID } = process.env

const key = await importPKCS8(readFileSync('private-key.pem', 'utf8'), 'RS256')
const assertion = await new SignJWT({ jti: randomUUID() })
  .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
  .setIssuer(CLIENT_ID)
  .setSubject(CLIENT_ID)
  .setAudience(SERVICE)
  .setIssuedAt()
  .setExpirationTime('2m')
  .sign(key)

const response = await fetch(`${SERVICE}/oauth/token`, {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }),
})
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
console.log(await response.text())
