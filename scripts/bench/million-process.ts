import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Simulator } from '../../simulator/index.ts'
import { pay, requery, requestId } from './loads.ts'
import { median, quantile, type Spread, spreadOf } from './statistics.ts'

/** What a record of many transactions takes, in memory and in time. */
export interface Million {
  readonly transactions: number
  readonly heapBytesPerTransaction: number
  readonly rssBytesPerTransaction: number
  readonly requery: {
    /** With few on record, before there were many in this process. */
    readonly fewAlone: RequeryTimes
    /** With few on record, beside the many. */
    readonly few: RequeryTimes
    readonly many: RequeryTimes
    /** The time with many as a multiple of that with few, block by block. */
    readonly ratio: Spread
  }
  /** Going back to the start with `SOME` on record, and then making the first purchase. */
  readonly resetMs: Spread
}

export interface RequeryTimes {
  readonly onRecord: number
  readonly medianUs: number
  readonly p99Us: number
}

/** A simulator with transactions on record, whose ids are counted. */
interface Filled {
  readonly simulator: Simulator
  readonly onRecord: number
}

const FEW = 10
const SOME = 10_000
const BLOCKS = 20
const REQUERIES_A_BLOCK = 1000
const RESETS = 20
/** How many purchases are under way at once: a number that stays, so that the collector's work does too. */
const AT_ONCE = 50

const minute = requestId('n')
const idOf = (index: number) => minute + index

const [published = '', transactions] = [process.argv[2], Number(process.argv[3])]
process.send?.(await measure(await createSimulator(), await createSimulator()))
process.disconnect()

async function createSimulator(): Promise<Simulator> {
  const { href } = pathToFileURL(join(published, 'simulator/index.js'))
  const { createSimulator } = (await import(href)) as typeof import('../../simulator/index.ts')
  return createSimulator({ account: { wallet: 9_000_000_000, duplicateWindow: 0 } })
}

async function measure(small: Simulator, large: Simulator): Promise<Million> {
  const few: Filled = { simulator: small, onRecord: FEW }
  await buy(small, 0, FEW)
  // The first requeries run code that is not compiled yet; they are made and not counted.
  await timeBlocks([few])
  const [alone = []] = await timeBlocks([few])
  await buy(large, 0, SOME)
  const before = await memory()
  await buy(large, SOME, transactions)
  const after = await memory()
  const [besides = [], many = []] = await timeBlocks([few, { simulator: large, onRecord: transactions }])
  const perTransaction = (bytes: number) => bytes / (transactions - SOME)
  return {
    transactions,
    heapBytesPerTransaction: perTransaction(after.heapUsed - before.heapUsed),
    rssBytesPerTransaction: perTransaction(after.rss - before.rss),
    requery: {
      fewAlone: timesOf(FEW, alone),
      few: timesOf(FEW, besides),
      many: timesOf(transactions, many),
      ratio: spreadOf(many.map((block, index) => median(block) / median(besides[index] ?? []))),
    },
    resetMs: spreadOf(await timeResets(small)),
  }
}

async function timeResets(simulator: Simulator): Promise<number[]> {
  const timesMs: number[] = []
  for (let reset = 0; reset < RESETS; reset += 1) {
    await simulator.reset()
    await buy(simulator, 0, SOME)
    const begin = performance.now()
    await simulator.reset()
    timesMs.push(performance.now() - begin)
  }
  return timesMs
}

/** The microseconds of every requery, by simulator and block. The simulators take turns: machines slow down and speed up. */
async function timeBlocks(filled: readonly Filled[]): Promise<number[][][]> {
  const times: number[][][] = filled.map(() => [])
  for (let block = 0; block < BLOCKS; block += 1) {
    for (const [index, each] of filled.entries()) times[index]?.push(await timeBlock(each))
  }
  return times
}

async function timeBlock({ simulator, onRecord }: Filled): Promise<number[]> {
  const timesUs: number[] = []
  for (let asked = 0; asked < REQUERIES_A_BLOCK; asked += 1) {
    const id = idOf(Math.floor(Math.random() * onRecord))
    const request = requestOf(requery.path, JSON.stringify({ request_id: id }))
    const begin = performance.now()
    const response = await simulator.fetch(request)
    timesUs.push((performance.now() - begin) * 1000)
    const text = await response.text()
    if (!text.includes(`"requestId":"${id}"`)) throw new Error(`the requery of ${id} was answered ${text}`)
  }
  return timesUs
}

function timesOf(onRecord: number, blocks: readonly (readonly number[])[]): RequeryTimes {
  const timesUs = blocks.flat()
  return { onRecord, medianUs: median(timesUs), p99Us: quantile(timesUs, 0.99) }
}

async function buy(simulator: Simulator, from: number, to: number): Promise<void> {
  let next = from
  const buyer = async () => {
    while (next < to) {
      const index = next
      next += 1
      await buyOne(simulator, index)
      if ((index + 1) % 100_000 === 0) console.log(`  ${index + 1} purchases`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, buyer))
}

async function buyOne(simulator: Simulator, index: number): Promise<void> {
  const body = JSON.stringify({
    request_id: idOf(index),
    serviceID: 'mtn',
    amount: 20,
    phone: '08011111111',
  })
  const response = await simulator.fetch(requestOf(pay.path, body))
  const text = await response.text()
  if (!text.startsWith('{"code":"000"')) throw new Error(`purchase ${index} was answered ${text}`)
}

function requestOf(path: string, body: string): Request {
  return new Request(`http://vtpass${path}`, { method: 'POST', headers: requery.headers, body })
}

/** Collected twice: what a finalizer holds on to is only free after it has run. */
async function memory(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.()
    await sleep(200)
  }
  globalThis.gc?.()
  return process.memoryUsage()
}
