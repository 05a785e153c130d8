/** A lawful basis of UK GDPR, Article 6(1), that a public body may rely on: the letter of its paragraph. */
export type LawfulBasis = 'a' | 'b' | 'c' | 'd' | 'e'

/** In its normal form, `6(1)(e)` or `6(1)(e), 9(2)(g)`; or what is wrong, in words for whoever wrote it. */
export function parseLegalBasis(written: string): { basis: string } | { problem: string } {
  const [, six = '', nine] = FORM.exec(written.trim()) ?? []
  const letter = six.toLowerCase()
  if (letter === '') return { problem: 'must be the UK GDPR article relied on, such as 6(1)(e) or 6(1)(e), 9(2)(g)' }
  if (letter in CLOSED) return { problem: `${CLOSED[letter]}: choose another` }
  return { basis: nine ? `6(1)(${letter}), 9(2)(${nine.toLowerCase()})` : `6(1)(${letter})` }
}

export const lawfulBasis = (legalBasis: string) => legalBasis.charAt(5) as LawfulBasis

/** Consent can be refused, so what rests on it is the citizen's to choose. */
export const restsOnConsent = (legalBasis: string) => lawfulBasis(legalBasis) === 'a'

// UK GDPR, Article 6(1), second and third subparagraphs (as amended by the Data (Use and Access) Act 2025).
const CLOSED: Record<string, string> = {
  ea: '6(1)(ea), recognised legitimate interests, is not open to public authorities in their tasks',
  f: '6(1)(f), legitimate interests, is not open to public authorities in their tasks',
}

const ARTICLE = String.raw`(?:art(?:icle|\.)?\s*)?`
const FORM = new RegExp(
  String.raw`^(?:uk gdpr,?\s*)?${ARTICLE}6\s*\(1\)\s*\((ea|[a-f])\)` +
    String.raw`(?:(?:\s*[,;]\s*|\s+and\s+)${ARTICLE}9\s*\(2\)\s*\(([a-j])\))?(?:\s+(?:of the )?uk gdpr)?$`,
  'i',
)
