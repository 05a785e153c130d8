/** What is wrong with a power as written, in words for whoever wrote it; undefined when nothing is. */
export function powerProblem(written: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(written)) {
    return /\p{L}{3}/u.test(written) ? undefined : 'must name a statute, or give its address at www.legislation.gov.uk'
  }
  if (powerLink(written)) return undefined
  return 'must be an https address, best of www.legislation.gov.uk, or the name and section of a statute'
}

/** The address to link to, where the power is written as one. */
export function powerLink(power: string): string | undefined {
  const url = URL.parse(power)
  // legislation.gov.uk's own identifiers begin with http and lead on to https.
  if (url?.protocol === 'http:' && /^(www\.)?legislation\.gov\.uk$/.test(url.hostname))
    return power.replace('http:', 'https:')
  return url?.protocol === 'https:' && !url.username && !url.password ? power : undefined
}
