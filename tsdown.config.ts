import { defineConfig } from 'tsdown'

/** What is published: bundled, since fewer files start sooner; `scripts/build.ts` adds the rest of the package. */
export default defineConfig({
  entry: {
    'simulator/index': 'simulator/index.ts',
    'simulator/vitest/index': 'simulator/vitest/index.ts',
    'suites/index': 'suites/index.ts',
    'cli/main': 'cli/main.ts',
  },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  dts: true,
  fixedExtension: false,
  clean: true,
  // Hono and its server are bundled too: forty files more would take longer to load than to run.
  // Vitest is whoever uses the fixture's own, and Pact whoever verifies pacts'.
  deps: { alwaysBundle: [/^hono/, /^@hono\//], neverBundle: ['vitest', '@pact-foundation/pact'] },
  outputOptions: { chunkFileNames: 'simulator/[name]-[hash].js' },
})
