/** One line of up to so many characters, white space folded. */
export const lineUpTo =
  (most: number) =>
  (text: string): string | undefined => {
    const line = text.replace(/\s+/g, ' ').trim()
    return line.length > 0 && line.length <= most ? line : undefined
  }

/**
 * What a registrar, a court or a solicitor wrote on a document. Their references have no form in common (England and
 * Wales, Scotland, Northern Ireland and other countries each have several), so any that could be one is taken.
 */
export function documentReference(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().toUpperCase()
  return /^(?=.*\d)[\p{L}\d][\p{L}\d /.:()-]{2,39}$/u.test(line) ? line : undefined
}
