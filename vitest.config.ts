import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{simulator,reseller,suites,contracts,cli,scripts,test}/**/*.test.ts'],
    // Every answer in every test is checked against the OpenAPI documents; no test has to ask for it.
    setupFiles: ['test/check-every-answer.ts'],
    globalSetup: ['test/build-once.ts', 'reseller/storage/postgres-once.test-support.ts'],
    testTimeout: 20_000,
  },
})
