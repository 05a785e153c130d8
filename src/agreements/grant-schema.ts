import type { LifeEvent } from '../catalogue/life-event.ts'
import { fieldsFor, versionPath, type Agreement } from './agreement.ts'

/** JSON Schema of what one version of an agreement lets its body be told with events of one type, and nothing else. */
export function grantSchema(baseUrl: string, agreement: Agreement, event: LifeEvent) {
  return {
    ...event.schemaOf(fieldsFor(agreement, event.type)),
    $id: baseUrl + grantSchemaPath(agreement, event.type),
    title: `${event.words.en.short}: ${agreement.purpose.en}`,
  }
}

/** The schema of a version never changes in what it lets through, like the version. */
export const grantSchemaPath = (agreement: Pick<Agreement, 'id' | 'version'>, eventType: string) =>
  `/schemas${versionPath(agreement)}/${eventType}`
