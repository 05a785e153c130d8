import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { jwtVerify } from 'jose'
import { z } from 'zod'

/** What GOV.UK Notify has taken from us. */
export interface Taken {
  id: string
  type: 'email' | 'sms'
  to: string
  reference: string
  subject: string
  body: string
}

/** GOV.UK Notify's API over real HTTP, as far as we use it: it checks our token and every field, as the real one does. */
export interface NotifyStandIn {
  url: string
  apiKey: string
  templates: { email: string; text: string }
  taken: Taken[]
  /** Every request that came, by method and path without its query. */
  requests: string[]
  /** What it answers instead, until it is told otherwise. `cut` ends the connection, `hang` never answers. */
  fault: Fault | undefined
  /** Takes the message, and only then does its fault. */
  faultAfterTaking: boolean
  /** Milliseconds before it answers. */
  delay: number
  close(): Promise<void>
}

export type Fault = 'cut' | 'hang' | 'html' | { status: number; error: string; message: string }

export async function startNotify(): Promise<NotifyStandIn> {
  const service = randomUUID()
  const secret = randomUUID()
  const server = createServer((req, res) => void answer(standIn, { service, secret }, req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: NotifyStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey: `tests-${service}-${secret}`,
    templates: { email: randomUUID(), text: randomUUID() },
    ...{ taken: [], requests: [], fault: undefined, faultAfterTaking: false, delay: 0 },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

async function answer(
  standIn: NotifyStandIn,
  key: { service: string; secret: string },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(req.url ?? '', standIn.url)
  standIn.requests.push(`${req.method} ${pathname}`)
  const text = await read(req)
  if (standIn.delay > 0) await pause(standIn.delay)
  if (!(await isOurs(req, key))) return fail(res, 403, 'AuthError', 'Invalid token: signature, api token not found')
  if (standIn.fault && !(standIn.faultAfterTaking && req.method === 'POST')) return misbehave(standIn.fault, res)
  if (req.method === 'GET' && pathname === '/v2/notifications') return list(standIn, searchParams.get('reference'), res)
  const message = take(standIn, pathname, text)
  if ('problem' in message) return fail(res, 400, message.error, message.problem)
  standIn.taken.push(message)
  if (standIn.fault) return misbehave(standIn.fault, res)
  reply(res, 201, { id: message.id, reference: message.reference, content: {}, uri: '', template: {} })
}

/** HS256 with the secret, issued by the service, at most 30 seconds ago. */
async function isOurs({ headers }: IncomingMessage, { service, secret }: { service: string; secret: string }) {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  // The client rounds its clock to the nearest second, half a second ahead at most.
  const rules = { algorithms: ['HS256'], issuer: service, maxTokenAge: 30, clockTolerance: 1 }
  return jwtVerify(token, Buffer.from(secret), rules).then(
    () => true,
    () => false,
  )
}

const common = { reference: z.string().min(1), template_id: z.uuid() }
const email = z.strictObject({
  ...common,
  email_address: z.string(),
  personalisation: z.strictObject({ subject: z.string().min(1), body: z.string().min(1) }),
})
const sms = z.strictObject({
  ...common,
  phone_number: z.string(),
  personalisation: z.strictObject({ body: z.string().min(1) }),
})

type Refused = { error: string; problem: string }

function take({ templates }: NotifyStandIn, path: string, text: string): Taken | Refused {
  const asEmail = path === '/v2/notifications/email' ? email.safeParse(JSON.parse(text)) : undefined
  const asText = path === '/v2/notifications/sms' ? sms.safeParse(JSON.parse(text)) : undefined
  if (asEmail?.success) return takeEmail(templates.email, asEmail.data)
  if (asText?.success) return takeText(templates.text, asText.data)
  return { error: 'ValidationError', problem: 'something else is not as it should be' }
}

function takeEmail(template: string, data: z.infer<typeof email>): Taken | Refused {
  const { email_address: to, personalisation, reference } = data
  if (data.template_id !== template) return { error: 'BadRequestError', problem: 'Template not found' }
  if (!/^\S+@\S+\.\S+$/.test(to)) {
    return { error: 'ValidationError', problem: 'email_address Not a valid email address' }
  }
  return { id: randomUUID(), type: 'email', to, reference, ...personalisation }
}

function takeText(template: string, data: z.infer<typeof sms>): Taken | Refused {
  const { phone_number: to, personalisation, reference } = data
  if (data.template_id !== template) return { error: 'BadRequestError', problem: 'Template not found' }
  if (!/^\+?\d[\d ]{8,}$/.test(to)) return { error: 'ValidationError', problem: 'phone_number Not enough digits' }
  return { id: randomUUID(), type: 'sms', to, reference, subject: '', ...personalisation }
}

function list({ taken }: NotifyStandIn, reference: string | null, res: ServerResponse): void {
  const notifications = taken.filter((one) => reference === null || one.reference === reference)
  reply(res, 200, { notifications, links: { current: '' } })
}

function misbehave(fault: Fault, res: ServerResponse): void {
  if (fault === 'hang') return
  if (fault === 'cut') return void res.destroy()
  if (fault === 'html') return void res.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  fail(res, fault.status, fault.error, fault.message)
}

const fail = (res: ServerResponse, status: number, error: string, message: string) =>
  reply(res, status, { status_code: status, errors: [{ error, message }] })

const reply = (res: ServerResponse, status: number, body: unknown) =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function read(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
