import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { viewsFolder } from '../../src/web/templates.ts'

/** Pages of the simulated One Login are another program's. */
const OTHERS = /^demo\/one-login\//

export const allTemplates = readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk') && !OTHERS.test(name))
  .sort()

/** Notes every template that is read, from now on: each is read once, when a page first needs it. */
export function noteTemplates(): Set<string> {
  const read = new Set<string>()
  const loader = nunjucks.FileSystemLoader.prototype
  const getSource = Reflect.get(loader, 'getSource') as (this: unknown, name: string) => { path: string } | null
  const noting = function (this: unknown, name: string) {
    const source = getSource.call(this, name)
    if (source?.path.startsWith(join(viewsFolder, '/'))) read.add(source.path.slice(viewsFolder.length + 1))
    return source
  }
  Reflect.set(loader, 'getSource', noting)
  return read
}
