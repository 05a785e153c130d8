/** @param domain of an e-mail address, in small letters */
export const isOfficial = (domain: string) =>
  OFFICIAL.some((ending) => domain === ending || domain.endsWith(`.${ending}`))

// Endings that Nominet, or the owner of the ending, gives to public bodies only.
const OFFICIAL = [
  'gov.uk',
  'nhs.uk',
  'nhs.net',
  'police.uk',
  'mod.uk',
  'parliament.uk',
  'ac.uk',
  'gov.scot',
  'gov.wales',
  'llyw.cymru',
  'hscni.net',
]
