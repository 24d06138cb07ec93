import { mkdir, writeFile } from 'node:fs/promises'
import { measureColdStart } from './cold-start.ts'
import { type Command, type Program, readCommandLine, type Settings, usage } from './command-line.ts'
import { cores } from './cores.ts'
import type { Measurements } from './figures.ts'
import { startLoadGenerator } from './load-generator.ts'
import { type Load, pay, payOnRecord, requery, variations } from './loads.ts'
import { measureMillion } from './million.ts'
import type { Part } from './part.ts'
import { publish } from './published.ts'
import { documentOf, summaryOf } from './report.ts'
import { measureReseller } from './reseller.ts'
import { resellerPart } from './reseller-part.ts'
import { simulatorPart } from './simulator-part.ts'
import { measureThroughput, type Throughput } from './throughput.ts'

/** The command `npm run bench`. */
async function main(command: Command): Promise<void> {
  if (command.help) return console.log(usage)
  const parts: Part[] = []
  for (const program of command.programs) parts.push(await measurers[program](command.settings))
  console.log(`\n${summaryOf(parts)}`)
  if (command.isWritten) await write(documentOf(parts))
  const missed = parts.flatMap(({ figures }) => figures).filter(({ isMet }) => !isMet)
  if (command.isChecked && missed.length > 0) process.exitCode = 1
}

const measurers: Record<Program, (settings: Settings) => Promise<Part>> = {
  async simulator(settings) {
    console.log('Building')
    const published = publish()
    if (typeof cores === 'string') console.log(`Nothing is pinned to a core: ${cores}.`)
    return simulatorPart(await measure(published, settings), settings)
  },
  async reseller({ reseller }) {
    console.log('The reseller')
    return resellerPart(await measureReseller(reseller), reseller)
  },
}

async function measure(published: string, settings: Settings): Promise<Measurements> {
  const throughputs = await measureThroughputs(published, settings)
  console.log(`Cold start, ${settings.pairs} pairs`)
  const coldStart = await measureColdStart(published, settings.pairs)
  console.log('Memory and requery')
  const million = await measureMillion(published, settings.transactions)
  return { throughputs, coldStart, million }
}

/** What is measured, each with what has to happen first. */
const loads: readonly (readonly [Load, ...Load[]])[] = [[variations], [pay], [requery, payOnRecord]]

async function measureThroughputs(published: string, settings: Settings): Promise<Throughput[]> {
  const generator = startLoadGenerator()
  const throughputs: Throughput[] = []
  try {
    for (const [load, ...first] of loads) {
      console.log(load.name)
      throughputs.push(await measureThroughput({ published, generator }, load, first, settings))
    }
  } finally {
    generator.stop()
  }
  return throughputs
}

async function write(document: string): Promise<void> {
  const file = new URL('../../docs/performance.md', import.meta.url)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, document)
  console.log('\nwrote docs/performance.md')
}

try {
  await main(readCommandLine(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? `bench: ${error.message}` : error)
  process.exit(1)
}
