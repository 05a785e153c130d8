import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** From the project's folder: `src/web/page.ts`. */
  path: string
  text: string
}

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** All TypeScript below a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))
}
