// Takes what we push to you. Put it behind https.
import { timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { checkToken } from './check-token.mjs'

const { PORT, SECRET } = process.env
const FILE = 'received.jsonl'
const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n') : []
const seen = new Set(lines.map((line) => JSON.parse(line).jti))

async function take(req) {
  const given = Buffer.from(req.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${SECRET}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return { err: 'authentication_failed', description: 'The authorization header is wrong' }
  }
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const { claims, error } = await checkToken(Buffer.concat(chunks).toString())
  if (error) return error
  // A token may come twice. Keep it once, and answer only when it is safe.
  if (!seen.has(claims.jti)) {
    appendFileSync(FILE, `${JSON.stringify(claims)}\n`)
    seen.add(claims.jti)
    console.log(Object.keys(claims.events)[0])
  }
}

createServer(async (req, res) => {
  try {
    const error = await take(req)
    if (!error) return res.writeHead(202).end()
    res.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(error))
  } catch {
    res.writeHead(503, { 'retry-after': '30' }).end()
  }
}).listen(PORT, () => console.log('ready'))
