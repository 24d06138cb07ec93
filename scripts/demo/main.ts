import { readBooks } from './books.ts'
import { passUntilSettled, playAll, query } from './scenes.ts'
import { faultsIn, show } from './show.ts'
import { openStage, type Stage } from './stage.ts'

const usage = `npm run demo

Starts a simulator, a PostgreSQL and a reseller, buys through each of the six recipients of VTpass's sandbox, moves the clocks
until nothing is in doubt, and prints where every kobo went. It takes no options, needs no network, and leaves nothing behind.`

/** The command `npm run demo`. */
async function main(args: readonly string[]): Promise<void> {
  if (args.length > 0) {
    console.log(usage)
    process.exitCode = args[0] === '--help' ? 0 : 1
    return
  }
  const opening = openStage()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () =>
      opening.then((stage) => stage.stop()).finally(() => process.exit(signal === 'SIGINT' ? 130 : 143)),
    )
  }
  const stage = await opening
  try {
    await play(stage)
  } finally {
    await stage.stop()
  }
}

async function play(stage: Stage): Promise<void> {
  const played = await playAll(stage)
  const minutes = await passUntilSettled(stage)
  const toldLast: string[] = []
  for (const each of played) toldLast.push(await query(stage, each))
  const books = await readBooks(stage)
  console.log(show({ played, toldLast, minutes, books }))
  const faults = faultsIn(books)
  if (faults.length === 0) return
  process.stderr.write(`${faults.join('\n')}\n`)
  process.exitCode = 1
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
