import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Example {
  /** `get-token.sh`. */
  name: string
  kind: 'sh' | 'mjs' | 'json'
  text: string
}

const folder = fileURLToPath(new URL('examples/', import.meta.url))

/** Every example of the guide by name, as its file has it: what is shown is what a test runs. */
export const examples: ReadonlyMap<string, Example> = new Map(
  readdirSync(folder)
    .filter((name) => /\.(sh|mjs|json)$/.test(name))
    .map((name) => [name, { name, kind: name.split('.').at(-1) as Example['kind'], text: read(name) }]),
)

function read(name: string): string {
  return readFileSync(`${folder}${name}`, 'utf8').trimEnd()
}
