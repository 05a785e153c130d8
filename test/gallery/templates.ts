import { readdirSync } from 'node:fs'
import nunjucks from 'nunjucks'
import { viewsFolder } from '../../src/web/templates.ts'

/** Pages of the simulated One Login are another program's. */
const OTHERS = /^demo\/one-login\//

export const allTemplates = readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk') && !OTHERS.test(name))
  .sort()

/** Notes every template that is asked for, from now on, also where it was compiled for an earlier test file. */
export function noteTemplates(): Set<string> {
  const asked = new Set<string>()
  const environment = nunjucks.Environment.prototype
  const getTemplate = Reflect.get(environment, 'getTemplate') as (this: unknown, ...given: unknown[]) => unknown
  const noting = function (this: unknown, name: unknown, ...more: unknown[]) {
    if (allTemplates.includes(String(name))) asked.add(String(name))
    return getTemplate.call(this, name, ...more)
  }
  Reflect.set(environment, 'getTemplate', noting)
  return asked
}
