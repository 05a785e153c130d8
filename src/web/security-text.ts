/** How to report a weakness, for people who look for them (RFC 9116). */
export function securityText(baseUrl: string, expires: Date): string {
  const fields = [
    ['Contact', `${baseUrl}/contact`],
    ['Expires', expires.toISOString()],
    ['Preferred-Languages', 'en, cy'],
    ['Canonical', `${baseUrl}/.well-known/security.txt`],
  ]
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('')
}
