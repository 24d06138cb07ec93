import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Million } from './million-process.ts'

/** Fills a simulator with transactions, in a process of its own whose memory can be told from ours. */
export function measureMillion(published: string, transactions: number): Promise<Million> {
  const script = fileURLToPath(new URL('million-process.ts', import.meta.url))
  const child = fork(script, [published, String(transactions)], { execArgv: ['--expose-gc'] })
  return new Promise((resolve, reject) => {
    child.once('message', (million: Million) => resolve(million))
    child.once('exit', (code) =>
      reject(new Error(`the process that buys a million times ended with exit code ${code}`)),
    )
  })
}
