import { expect, it } from 'vitest'
import { plainContext } from '../../test/callers.ts'
import { memoryLine } from '../lines.ts'
import { written } from '../wire/answer.ts'
import { strike } from './fault.ts'

/** How long was waited before each chunk. */
async function waits(body: string, numberOfChunks: number, totalMs: number): Promise<number[]> {
  const waited: number[] = []
  const sleep = async (ms: number) => {
    waited.push(ms)
  }
  const { heard } = strike(
    { kind: 'chunked-dribble-delay', numberOfChunks, totalMs },
    'after-commit',
    written(200, body),
    memoryLine(new Request('http://vtpass/x')),
    { ...plainContext, sleep },
  )
  expect(await heard).toBe('whole')
  return waited
}

it('the intervals are even, in whole milliseconds, and add up', async () => {
  expect(await waits('0123456789', 3, 100)).toEqual([33, 34, 33])
})

it('there are never more chunks than bytes', async () => {
  expect(await waits('01234', 1_000, 100)).toEqual([20, 20, 20, 20, 20])
})

it('an empty body ends when the time is over', async () => {
  expect(await waits('', 5, 100)).toEqual([100])
})

it('no time is no wait', async () => {
  expect(await waits('01234', 5, 0)).toEqual([])
})
