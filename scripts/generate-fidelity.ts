import { fidelityPage } from './fidelity/page.ts'
import { writeOrCheck } from './generated-file.ts'

/** Makes docs/fidelity.md. */
await writeOrCheck([{ path: 'docs/fidelity.md', content: fidelityPage() }], 'npm run generate')
