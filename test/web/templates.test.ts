import nunjucks from 'nunjucks'
import { expect, test } from 'vitest'
import { templates } from '../../src/web/templates.ts'

const trimmed = (environment: nunjucks.Environment, text: unknown) =>
  environment.renderString('[{{ text | trim }}][{{ text | safe | trim }}]', { text })

test.each([
  ['nothing', ''],
  ['nothing but spaces', ' \n\t '],
  ['spaces around and between', '\r\n  two  words \t'],
  ['spaces of other scripts', '\u00a0\u2003\u3000\ufeffone\u2028\u2029'],
  ['markup', ' <b>&amp;</b> '],
])('%s is trimmed as Nunjucks does it, and escaped as before', (_, text) => {
  expect(trimmed(templates(), text)).toBe(trimmed(new nunjucks.Environment(), text))
})

// Nunjucks' own takes minutes over this one.
test('what was typed with spaces without end is shown at once', () => {
  const text = `a${' '.repeat(400_000)}b`
  expect(trimmed(templates(), text)).toBe(`[${text}][${text}]`)
})
