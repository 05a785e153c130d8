export interface Waker {
  /** Ends the wait that is on, or else the next one. */
  wake: () => void
  /** Until woken, or for so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>
}

/** Something to sleep by that cannot miss a call: one that comes before the wait ends it at once. */
export function createWaker(): Waker {
  let called = false
  let end: (() => void) | undefined
  return {
    wake() {
      called = true
      end?.()
    },
    async wait(milliseconds) {
      if (!called) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, milliseconds)
        end = resolve
        await promise
        clearTimeout(timer)
        end = undefined
      }
      called = false
    },
  }
}
