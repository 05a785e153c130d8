// Takes what there is, keeps it, and says so. Run it again and again, or in a loop.
import { appendFileSync } from 'node:fs'
import { checkToken } from './check-token.mjs'

const { SERVICE, STREAM_ID, TOKEN } = process.env

async function poll(answers) {
  const response = await fetch(`${SERVICE}/ssf/poll/${STREAM_ID}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(answers),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json()
}

const { sets } = await poll({ maxEvents: 50, returnImmediately: true })
const ack = []
const setErrs = {}
for (const [jti, token] of Object.entries(sets)) {
  const checked = await checkToken(token)
  if (checked.error) {
    setErrs[jti] = checked.error
  } else {
    // Keep it first. Only then say that you have it.
    appendFileSync('events.jsonl', `${JSON.stringify(checked.claims)}\n`)
    ack.push(jti)
  }
}
await poll({ maxEvents: 0, ack, setErrs })
console.log(`${ack.length} taken, ${Object.keys(setErrs).length} refused`)
