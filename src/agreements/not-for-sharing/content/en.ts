import type { NeverShared } from '../not-for-sharing.ts'

export const en: Record<NeverShared, string> = {
  'not-public': 'Only a public body can be told things here. Yours is of another kind, so this cannot be asked for.',
  'health-record':
    'Health records are not shared here. People can report a health condition themselves, but what another body wrote down about their health stays there.',
  browsing:
    'Police and justice bodies can look up one person at a time, with a reason that is on record. They cannot get many people’s data at once.',
  'universal-identifier':
    'This asks for numbers that more than one public body gives to a person. Together they would be one number for everything. Choose numbers of one body.',
}
