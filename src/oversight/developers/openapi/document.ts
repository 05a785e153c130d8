import type { Catalogue } from '../../../catalogue/catalogue.ts'
import { scopes } from '../../../identity/agency-scopes.ts'
import { againOperations } from './again-operations.ts'
import { apiSchemas } from './api-schemas.ts'
import { describeOperation } from './describe-operation.ts'
import { eventOperations } from './event-operations.ts'
import { feedOperations } from './feed-operations.ts'
import { jsonSchema, openApiPath, tags, type Operation } from './operation.ts'
import { problemResponses } from './problem-responses.ts'
import { pushed } from './pushed.ts'
import { logOperations } from './log-operations.ts'
import { publicOperations } from './public-operations.ts'
import { questionOperations } from './question-operations.ts'
import { rightsOperations } from './rights-operations.ts'
import { countOperations } from './count-operations.ts'
import { recordOperations } from './record-operations.ts'
import { schemaOperations } from './schema-operations.ts'
import { streamControlOperations } from './stream-control-operations.ts'
import { streamOperations } from './stream-operations.ts'
import { tokenOperations } from './token-operations.ts'

export interface DocumentParts {
  baseUrl: string
  allowLoopback: boolean
  events?: Catalogue
}

/** The whole API in the form of OpenAPI 3.1, made from the schemas that the doors parse with. */
export function openApiDocument(parts: DocumentParts) {
  const { baseUrl } = parts
  const schemas = apiSchemas(parts)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tell us once: API for public bodies',
      version: '1.0.0',
      summary: 'Be told of changes in people’s lives, and say what you did',
      description: `An OpenID Shared Signals transmitter with outcomes and access records. The guide is at ${baseUrl}/developers.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: baseUrl }],
    externalDocs: { url: `${baseUrl}/developers`, description: 'Guide for developers' },
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: pathsOf(allOperations(parts)),
    webhooks: { push: { post: pushed } },
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)])),
      responses: problemResponses,
      securitySchemes: { accessToken: accessToken(baseUrl) },
    },
  }
}

export const allOperations = ({ baseUrl }: Pick<DocumentParts, 'baseUrl'>): Operation[] => [
  ...tokenOperations(baseUrl),
  ...streamOperations(baseUrl),
  ...streamControlOperations(),
  ...eventOperations(),
  ...feedOperations(),
  ...againOperations(baseUrl),
  ...schemaOperations(baseUrl),
  ...recordOperations(baseUrl),
  ...countOperations,
  ...questionOperations(baseUrl),
  ...rightsOperations,
  ...logOperations(baseUrl),
  ...publicOperations(baseUrl),
]

function pathsOf(operations: readonly Operation[]) {
  const paths = Map.groupBy(operations, ({ path }) => openApiPath(path))
  return Object.fromEntries(
    [...paths].map(([path, on]) => [
      path,
      Object.fromEntries(on.map((operation) => [operation.method, describeOperation(operation)])),
    ]),
  )
}

const accessToken = (baseUrl: string) => ({
  type: 'oauth2',
  description:
    'Client credentials with private_key_jwt (RFC 7523), and with nothing else. Tokens live for five minutes (RFC 9068).',
  flows: {
    clientCredentials: {
      tokenUrl: `${baseUrl}/oauth/token`,
      scopes: Object.fromEntries(scopes.map((scope) => [scope, meaningOf[scope]])),
    },
  },
})

const meaningOf: Record<(typeof scopes)[number], string> = {
  'ssf.read': 'Read your streams, and poll',
  'ssf.manage': 'Make and change your streams; implies ssf.read',
  'outcomes.write': 'Say what became of what you were told',
  'events.read': 'Read again what you were told',
  'access-records.write': 'Report who used whose data',
}
