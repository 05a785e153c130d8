/**
 * The words of what somebody typed, each as PostgreSQL looks for it, all of them wanted; undefined where there is none. Made of
 * small letters without accents and of digits alone, so that nothing in them is an operator.
 *
 * @param marks what follows each word: `:*` for its beginning, `:A` for words of that weight
 */
export function searchWords(text: string, marks: string): string | undefined {
  const words = plain(text).match(/[a-z0-9]+/g) ?? []
  return words.length > 0
    ? words
        .slice(0, MOST)
        .map((word) => word + marks)
        .join(' & ')
    : undefined
}

const MOST = 12

/** As `register_text` in the database has it. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
