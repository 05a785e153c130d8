// Works out what holds now from the events that you kept, in the order they came.
import { readFileSync } from 'node:fs'

const lines = readFileSync('events.jsonl', 'utf8').trim().split('\n')
const reports = new Map()
for (const line of lines) {
  const { jti, events } = JSON.parse(line)
  const [[type, { change, original_jti, ...facts }]] = Object.entries(events)
  if (!type.includes('/schemas/events/')) continue
  if (!change) reports.set(jti, facts)
  if (change === 'corrected') reports.set(original_jti, facts)
  if (change === 'withdrawn') reports.delete(original_jti)
}
console.log(JSON.stringify([...reports], null, 2))
