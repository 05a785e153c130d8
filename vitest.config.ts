import { defineConfig } from 'vitest/config'

const everything = process.env['TEST_ALL'] === '1'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', ...(everything ? ['test/**/*.long.ts'] : [])],
    globalSetup: ['test/support/postgres.ts'],
    // Two cores: more workers only wait for each other, and for the one PostgreSQL.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
