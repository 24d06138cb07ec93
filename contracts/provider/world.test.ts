import { expect, it, onTestFinished, vi } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { type Answering, type Asked, carrier } from './carry.ts'
import { Stage } from './stage.ts'
import { states } from './states.ts'
import { remoteTarget } from './target.ts'
import { Vtpass } from './vtpass.ts'
import { World } from './world.ts'

/** Another VTpass, at which nobody waits: how long each wait would have been, in whole seconds. */
async function another() {
  const simulator = await startSimulator({ port: 0 })
  onTestFinished(() => simulator.stop())
  const keys = await simulator.accounts.create({ duplicateWindow: '0s' })
  const waits: number[] = []
  const pause = async (ms: number) => waits.push(Math.round(ms / 1000))
  return { vtpass: new Vtpass(remoteTarget(simulator.baseUrl, keys), pause), keys, waits }
}

it('a request id begins with the minute in Lagos, an hour ahead of UTC', async () => {
  const { vtpass, keys } = await another()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-05T23:30:00Z') })
  onTestFinished(() => {
    vi.useRealTimers()
  })

  expect(new World(vtpass, keys).newRequestId()).toMatch(/^202501060030[0-9a-z]{12}$/)
})

it('the purchases of states for one recipient are spaced', async () => {
  const { vtpass, keys, waits } = await another()
  const world = new World(vtpass, keys)
  await world.buy('mtn', 'delivered')
  await world.buy('mtn', 'pending')
  await world.buy('glo', 'delivered')

  expect(waits).toEqual([31])
})

it('the purchases of the pact are spaced, but for a likely duplicate', async () => {
  const { vtpass, waits } = await another()
  const stage = new Stage(vtpass)
  const carry = carrier(stage, vtpass)
  const answering: Answering = { status: () => answering, type: () => answering, send: () => {} }
  const body = { request_id: 'x', serviceID: 'mtn', amount: 100, phone: '08011111111' }
  const asked: Asked = { method: 'POST', url: '/api/pay', headers: {}, body }
  const arrange = async (name: string) => {
    await stage.arrange(name, states[name] ?? (async () => ({})), {})
    await carry(asked, answering, () => {})
  }
  await arrange('a request id that was never used')
  await arrange('a request id that was never used')
  expect(waits).toEqual([31])
  await arrange('a purchase for the same recipient a moment ago')

  expect(waits).toEqual([31, 31])
})
