import type { Reporter, TestModule } from 'vitest/node'

/** One plain line at the very end: `N passed, N failed`, with the skipped ones if there are any. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.map((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.flat().filter((one) => one === state).length
    // A file that does not load, or whose set-up fails, has no failed test, and is a failure all the same.
    const broken = modules.filter((module, at) => module.state() === 'failed' && !states[at]?.includes('failed'))
    const failed = count('failed') + broken.length + errors.length
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped}\n`)
  }
}
