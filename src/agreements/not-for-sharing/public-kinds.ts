/**
 * Whether a body of this kind can receive: public authorities alone, as those of the Digital Economy Act 2017, section 35
 * and schedule 4, without the companies and charities that work for them: those are told by the body that answers for
 * them, or not at all. Bodies write their kind in words of their own.
 */
export function isPublicKind(kind: string): boolean {
  const words = kind
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  return words.some((word) => PUBLIC.has(word)) && !words.some((word) => PRIVATE.has(word))
}

const PUBLIC = new Set(
  (
    'agency ambulance assembly authority authorities board body borough college combined commission commissioner ' +
    'corporation council county court department executive fire government health hospital justice local minister ' +
    'ministerial ministry nhs office ombudsman parliament police prison probation public regulator registrar school ' +
    'service tribunal trust university'
  ).split(' '),
)

const PRIVATE = new Set(
  'advocate bank business charity commercial company credit firm insurer landlord limited ltd newspaper plc press private recruitment supplier'.split(
    ' ',
  ),
)
