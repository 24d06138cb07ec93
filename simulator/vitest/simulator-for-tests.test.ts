import { expect, it, onTestFinished, vi } from 'vitest'
import { startSimulator } from '../index.ts'
import { simulatorForTests } from './simulator-for-tests.ts'

it('under exec it is the simulator that exec started, and outlives the tests', async () => {
  const running = await startSimulator({ port: 0 })
  onTestFinished(() => running.stop())
  const simulator = await simulatorForTests({ VTPASS_BASE_URL: running.baseUrl })
  await simulator.stop()

  expect(simulator.url).toBe(running.url)
  expect(await simulator.health()).toMatchObject({ status: 'ok' })
})

it('without VTPASS_BASE_URL it is one of its own, which ends with the tests', async () => {
  const simulator = await simulatorForTests({})
  expect(await (await fetch(`${simulator.url}/_simulator/health`)).json()).toMatchObject({ status: 'ok' })
  await simulator.stop()

  await expect(fetch(`${simulator.url}/_simulator/health`)).rejects.toThrow('fetch failed')
})

it('where VTPASS_BASE_URL names VTpass itself, it is one of its own, and VTpass is not sent the token', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
    asked.push([url, headers])
    return new Response('<h1>Not Found</h1>', { status: 404 })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const simulator = await simulatorForTests({
    VTPASS_BASE_URL: 'https://vtpass.com/api',
    SIMULATOR_CONTROL_TOKEN: 'secret',
  })
  onTestFinished(() => simulator.stop())

  expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(asked).toEqual([['https://vtpass.com/_simulator/health', undefined]])
})

it('a simulator that does not take the token is not passed over', async () => {
  const running = await startSimulator({ port: 0, controlToken: 'open-sesame' })
  onTestFinished(() => running.stop())
  const environment = { VTPASS_BASE_URL: running.baseUrl, SIMULATOR_CONTROL_TOKEN: 'open-barley' }

  await expect(simulatorForTests(environment)).rejects.toThrow('--control-token')
})
