import { NotifyClient } from 'notifications-node-client'
import { Agent, request } from 'undici'
import { SECOND } from '../shared/clock.ts'
import { readFinding, readSending, type Answer } from './notify-answer.ts'
import type { Message, Sender } from './sender.ts'

export interface NotifySettings {
  apiKey: string
  /** Without a slash at the end. */
  baseUrl: string
  /** A template for each channel that passes our words through: `((subject))` and `((body))`. */
  templates: { email: string; text: string }
}

// Notify answers within a second; nobody waits here, and what was cut off is looked for before it is sent again.
const TIMEOUT = 10 * SECOND
const MOST_BYTES = 1_000_000

/** GOV.UK Notify by its own client. Nothing it answers, and no silence of its, makes this throw. */
export function govukNotify(settings: NotifySettings, timeout = TIMEOUT): Sender {
  const client = new NotifyClient(settings.baseUrl, settings.apiKey)
  const transport = transportOf(timeout)
  // Its own would wait for ever and follow redirects. It asks of the one given only to be called with these options.
  client.setClient(transport as unknown as Parameters<NotifyClient['setClient']>[0])
  return {
    send: (message) => asked(() => post(client, settings, message), readSending),
    find: (reference) => asked(() => client.getNotifications(undefined, undefined, reference), readFinding),
  }
}

function post(client: NotifyClient, { templates }: NotifySettings, message: Message): Promise<Answer> {
  const { channel, to, subject, body, reference } = message
  return channel === 'email'
    ? client.sendEmail(templates.email, to, { personalisation: { subject, body }, reference })
    : client.sendSms(templates.text, to, { personalisation: { body }, reference })
}

async function asked<Result>(ask: () => Promise<Answer>, read: (answer: Answer) => Result) {
  try {
    return read(await ask())
  } catch (error) {
    const code = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    return { kind: 'later', code } as const
  }
}

/** What the client asks of axios, and no more. */
interface Call {
  method: 'get' | 'post'
  url: string
  headers: Record<string, string>
  data?: unknown
}

function transportOf(timeout: number): (call: Call) => Promise<Answer> {
  const dispatcher = new Agent({ maxResponseSize: MOST_BYTES, keepAliveTimeout: 10 * SECOND })
  return async ({ method, url, headers, data }) => {
    const { statusCode, body } = await request(url, {
      dispatcher,
      method: method === 'get' ? 'GET' : 'POST',
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      body: data === undefined ? null : JSON.stringify(data),
      signal: AbortSignal.timeout(timeout),
    })
    return { status: statusCode, data: parsed(await body.text()) }
  }
}

/** A proxy on the way may answer in HTML. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
