/** Elements of SVG as text: names and attributes are ours, whatever stands between is escaped. */
export function element(name: string, attributes: Record<string, string | number>, ...children: string[]): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(rounded(value))}"`)
  return `<${name}${given.join('')}>${children.join('')}</${name}>`
}

export const text = (attributes: Record<string, string | number>, words: string) =>
  element('text', attributes, escaped(words))

export const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A tenth of a pixel is more than anybody sees. */
const rounded = (value: string | number) => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : value)
