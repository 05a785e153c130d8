/**
 * Rows as CSV (RFC 4180): each value in quotes, lines ended by CR LF. A value that a spreadsheet would take for a
 * formula gets an apostrophe in front, which makes it text (OWASP, CSV injection).
 */
export const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((value) => quoted(harmless(value))).join(',')}\r\n`).join('')

// With the full-width forms that some spreadsheets read as the plain ones. A blank before it hides it from nobody.
const harmless = (value: string) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value)

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
