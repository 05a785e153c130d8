import { readdirSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder, sourceFiles, type SourceFile } from './support/source-files.ts'

/** A room imports only from itself and from rooms before it. */
const ROOMS = [
  'shared',
  'web',
  'vault',
  'merkle-log',
  'notices',
  'identity',
  'agencies',
  'catalogue',
  'agreements',
  'access-log',
  'places',
  'subscriptions',
  'reports',
  'deliveries',
  'progress',
  'oversight',
  'demo',
]

/** Words, data and entries of the catalogue are as long as what they list. */
const LISTS = [
  /\/content\//,
  /^src\/catalogue\/[^/]+\//,
  /^src\/places\/(council|bundled-address)-list\.ts$/,
  /^src\/demo\/one-login\/personas\.ts$/,
  /^src\/demo\/agencies\/bodies\//,
]

const src = sourceFiles('src')
const tests = sourceFiles('test')

describe('rooms', () => {
  test('are the ones of the map', () => {
    const folders = readdirSync(join(projectFolder, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    const unknown = folders.map(({ name }) => name).filter((name) => ![...ROOMS, 'commands'].includes(name))
    expect(unknown).toEqual([])
  })

  test('import one way only', () => {
    const wrong = src.flatMap((file) => {
      const from = roomOf(file.path)
      if (!ROOMS.includes(from)) return []
      return importsOf(file)
        .filter((target) => !isBefore(roomOf(target), from))
        .map((target) => `${file.path} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('import nothing of the tests', () => {
    expect(src.filter((file) => importsOf(file).some((target) => !target.startsWith('src/')))).toEqual([])
  })

  test('give the sample bodies nothing but what any body outside has: standards, and words that every room shares', () => {
    const bodies = src.filter(({ path }) => path.startsWith('src/demo/agencies/'))
    const inside = bodies.flatMap((file) =>
      importsOf(file)
        .filter((target) => !/^src\/(shared|demo\/agencies)\//.test(target) && target !== 'src/demo/child-process.ts')
        .map((target) => `${file.path} imports ${target}`),
    )
    expect(bodies.length).toBeGreaterThan(0)
    expect(inside).toEqual([])
  })

  test('say what they are about: no drawer for the rest, no barrel', () => {
    const drawers = /(^|\/)(utils?|helpers?|types|common|misc|lib)(\/|\.ts$)|(^|\/)index\.ts$|(Service|Manager)\.ts$/
    expect(src.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([])
  })
})

describe('files', () => {
  test('query only where their name says so', () => {
    const elsewhere = src.filter(({ path, text }) => !mayQuery(path) && QUERIES.test(withoutComments(text)))
    expect(elsewhere.map(({ path }) => path)).toEqual([])
  })

  test('read the environment in one place', () => {
    const readers = src.filter(({ text }) => /process\s*\.\s*env|process\[['"]env/.test(text))
    expect(readers.map(({ path }) => path)).toEqual(['src/config.ts'])
  })

  test('are short: none over 250 lines, nine in ten under 100', () => {
    const sizes = src
      .filter(({ path }) => !LISTS.some((list) => list.test(path)))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    expect(sizes.filter(({ lines }) => lines > 250)).toEqual([])
    const long = sizes.filter(({ lines }) => lines >= 100)
    expect(long.length / sizes.length, long.map(({ path }) => path).join(', ')).toBeLessThanOrEqual(0.1)
  })

  test('leave nothing for later, and switch no check off', () => {
    const escapes = [
      /@ts-(ignore|expect-error|nocheck)/,
      /eslint-(disable|enable)/,
      /prettier-ignore/,
      /\b(TODO|FIXME|XXX)\b/,
      /\b(describe|test|it)\.(only|skip|todo)\b/,
    ]
    const found = [...src, ...tests]
      .filter(({ path }) => path !== 'test/architecture.test.ts')
      .flatMap(({ path, text }) =>
        escapes.filter((escape) => escape.test(text)).map((escape) => `${path}: ${escape.source}`),
      )
    expect(found).toEqual([])
  })

  test('are tested with what they are made of: no test puts a stand-in in place of a module of ours', () => {
    const mocking = tests.filter(({ text }) => /\bvi\.(mock|doMock|hoisted)\(/.test(text))
    expect(mocking.map(({ path }) => path)).toEqual([])
  })
})

/** `src/web/page.ts` is of `web`, `src/config.ts` of no room: it sees all rooms, and no room sees it. */
const roomOf = (path: string) => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '')

const isBefore = (target: string, from: string) =>
  ROOMS.includes(target) && ROOMS.indexOf(target) <= ROOMS.indexOf(from)

/** Paths of our own files that a file imports, types included. */
function importsOf({ path, text }: SourceFile): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport\(?|new URL\()\s*['"](\.{1,2}\/[^'"]+\.ts)['"]/g)
  return [...found].map(([, target = '']) => normalize(join(dirname(path), target)))
}

const mayQuery = (path: string) => /(^|-)store\.ts$/.test(basename(path)) || /^src\/shared\/database\.ts$/.test(path)

/** A table named to a connection, a raw statement, or the words of one. */
const QUERIES = new RegExp(
  [
    String.raw`\b(db|tx|trx|knex|owner|web|worker|server|connection)(<[^()]*>)?\(\s*['"\x60]`,
    String.raw`\.raw(<[^()]*>)?\(`,
    String.raw`(?<!Buffer|Array)\.(from|into|table)\(['"\x60]`,
    String.raw`['"\x60]\s*(select\s.+\sfrom|select \w+\(|insert into|update \w+ set|delete from|notify \w|listen ")`,
  ].join('|'),
)

const withoutComments = (text: string) => text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '')
