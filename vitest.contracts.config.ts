import { defineConfig } from 'vitest/config'

/** What the reseller relies on of VTpass. `npm run generate` runs it, and writes the pact. */
export default defineConfig({
  test: {
    include: ['contracts/consumer/**/*.pact.ts'],
    // Two workers that write one pact lose interactions, and stay green.
    fileParallelism: false,
    isolate: false,
  },
})
