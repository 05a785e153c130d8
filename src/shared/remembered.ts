/** The same function, which works out each answer once: for few inputs that are asked for over and over. */
export function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = work(key)
    // Some hundred kilobytes. Beyond it all are worked out again, which is cheaper than to note who was asked for when.
    if (answers.size >= MOST) answers.clear()
    answers.set(key, answer)
    return answer
  }
}

const MOST = 5_000
