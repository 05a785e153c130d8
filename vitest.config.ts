import { defineConfig } from 'vitest/config'

// `npm run test:all` adds the long ones: hundreds of kills, every page in every state.
const everything = process.argv.includes('--mode=all')

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', ...(everything ? ['test/**/*.long.ts'] : [])],
    globalSetup: ['test/support/postgres.ts', 'test/support/browser-process.ts'],
    reporters: ['default', './test/support/summary.ts'],
    // On two cores a third has something to do whenever the others wait, for the database or for a moment to come.
    maxWorkers: 3,
    // No test replaces a module or leaves anything in one: what a worker has imported serves its next file too.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Nothing is said of how fast it is: machines are shared.
    expect: { poll: { timeout: 15_000 } },
  },
})
