import { CompactSign, importJWK, type JWK } from 'jose'
import type { CalendarDate } from '../../shared/dates.ts'

/** The count of a day as a JWS (RFC 7515, compact), as `PUT /api/access-counts/<date>` takes it. */
export async function signedCount(
  { id, baseUrl, privateKey }: { id: string; baseUrl: string; privateKey: JWK },
  date: CalendarDate,
  records: number,
): Promise<string> {
  const said = { iss: id, aud: baseUrl, date, records }
  return new CompactSign(Buffer.from(JSON.stringify(said)))
    .setProtectedHeader({ alg: 'ES256', ...(privateKey.kid && { kid: privateKey.kid }) })
    .sign(await importJWK(privateKey, 'ES256'))
}
