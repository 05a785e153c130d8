import { HtmlValidate } from 'html-validate'

/** The standard, and what it takes to be used without looking. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // GOV.UK Frontend's own markup: its links that look like buttons, the region that its notification banner is, and
    // the role that date inputs give to their group.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'no-redundant-role': 'off',
  },
})

/** Everything that is wrong with a page, a line each. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector ?? ''})`),
  )
}
