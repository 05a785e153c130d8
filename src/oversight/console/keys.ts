import type { Request, Response } from 'express'
import { thumbprint } from '../../agencies/key-thumbprint.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { keysOf, lockKeys, setKeys, type AgencyKeys } from './keys-store.ts'
import { readKeys, typedKeys, type TypedKeys } from './read-keys.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export interface ListedKey {
  thumbprint: string
  kid: string
  kind: string
  revoked: boolean
}

/** Every key that is named, with what was revoked marked. */
export async function listKeys({ jwks, revoked }: AgencyKeys): Promise<ListedKey[]> {
  return Promise.all(
    (jwks?.keys ?? []).map(async (key) => {
      const print = await thumbprint(key)
      const text = (name: string) => (typeof key[name] === 'string' ? key[name] : '')
      const kind = [text('kty'), text('crv') || text('alg')].filter(Boolean).join(' ')
      return { thumbprint: print, kid: text('kid'), kind, revoked: revoked.includes(print) }
    }),
  )
}

export async function showKeys({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { keys: words } = consoleWords[req.language]
  const agency = agencyOf(req)
  const known = await inContext(db, { agency }, (tx) => keysOf(tx, agency))
  const keys = await listKeys(known)
  renderStaffPage(req, res, 'oversight/console/keys.njk', {
    ...{ title: words.title, words, keys, address: known.jwksUri },
  })
}

export async function showKeyForm({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const { jwks, jwksUri } = await inContext(db, { agency }, (tx) => keysOf(tx, agency))
  renderKeyForm(req, res, { jwksUri: jwksUri ?? '', jwks: jwks ? JSON.stringify(jwks, null, 2) : '' })
}

/** What takes the place of the old keys holds from the next call, in every process: none remembers them. */
export async function changeKeys({ db, clock, allowLoopback }: ConsoleParts, req: Request, res: Response) {
  const { language } = req
  const agency = agencyOf(req)
  const typed = typedKeys(req.body)
  const errors = await inContext(db, { agency }, async (tx) => {
    const before = await lockKeys(tx, agency)
    const { revoked } = before
    const read = await readKeys(typed, { revoked, allowLoopback, language })
    if ('errors' in read) return read.errors
    const at = clock()
    const after = { ...read, revoked }
    const [old, now] = await Promise.all([before, after].map(listKeys))
    const gone = (old ?? []).some((key) => !now?.some((one) => one.thumbprint === key.thumbprint))
    await setKeys(tx, agency, after, { at, endTokens: gone || before.jwksUri !== after.jwksUri })
    const detail = { keys: now?.map(({ kid }) => kid) ?? [], address: after.jwksUri }
    await recordAction(tx, { staff: staffOf(req), action: 'keys-changed', target: agency, detail, at })
    return []
  })
  if (errors.length > 0) return renderKeyForm(req, res, typed, errors)
  noteStaffDone(req, 'keys-changed')
  res.redirect(303, '/agency/keys')
}

function renderKeyForm(req: Request, res: Response, typed: TypedKeys, errors: FieldError[] = []): void {
  const { changeKeys: words, back } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/keys-form.njk', {
    ...{ title: words.title, words, back, typed, errors, backLink: '/agency/keys' },
    errorOf: errorMessages(errors, req.language),
  })
}
