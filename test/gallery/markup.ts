import { HtmlValidate } from 'html-validate'

/**
 * The standard's rules. Switched off are those about style, and those that GOV.UK Frontend's own markup does not keep:
 * it is tested with assistive technology, and is not ours to change.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {},
})

/** Everything that is wrong with a page, a line each. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector ?? ''})`),
  )
}
