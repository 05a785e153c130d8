import { projectFolder, sourceFiles } from './source-files.ts'

/** The words of one file, in both languages, by their places in it: `errors.notFound.paragraphs.0`. */
export interface Words {
  /** `identity/content/`, `web/content/pages-`. */
  name: string
  english: Map<string, string>
  welsh: Map<string, string>
}

/** A text with something in it that should have been filled in. */
export const UNFILLED = /undefined|\[object|NaN|\$\{/

/** Paths of all files of words. */
export const wordFiles = sourceFiles('src')
  .map(({ path }) => path)
  .filter((path) => /\/content\/(.+-)?(en|cy)\.ts$/.test(path))

/** Every file of words with its other language. What is made of parameters is made of samples. */
export const allWords = (): Promise<Words[]> =>
  Promise.all(
    wordFiles
      .filter((path) => /\/(.+-)?en\.ts$/.test(path))
      .map(async (path) => {
        const [english, welsh] = await Promise.all([load(path), load(path.replace(/en\.ts$/, 'cy.ts'))])
        const name = path.replace(/^src\/|en\.ts$/g, '')
        return { name, english: flatten(english['en']), welsh: flatten(welsh['cy']) }
      }),
  )

function load(path: string): Promise<Record<string, unknown>> {
  return import(`${projectFolder}${path}`) as Promise<Record<string, unknown>>
}

function flatten(words: unknown, place = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[place, words]])
  if (typeof words === 'function') return flatten(sampled(words as (...given: unknown[]) => unknown), place)
  if (typeof words !== 'object' || words === null) return new Map()
  return new Map(Object.entries(words).flatMap(([key, value]) => [...flatten(value, place ? `${place}.${key}` : key)]))
}

/** One kind of sample after the other, until the words are content with it. */
function sampled(words: (...given: unknown[]) => unknown): unknown {
  const made = SAMPLES.flatMap((sample) => {
    try {
      return [words(...Array<unknown>(words.length).fill(sample))]
    } catch (error) {
      if (error instanceof TypeError) return []
      throw error
    }
  })
  return made.find((text) => !UNFILLED.test(String(text))) ?? made[0]
}

const SAMPLES = ['7', 'a', 7, ['7', '8']]
