import { expect, it } from 'vitest'
import { ControlError, controlOf } from './index.ts'

function refusing(answer: Response) {
  return controlOf('http://vtpass', { fetch: async () => answer })
}

it('a refusal says what the simulator says', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail:
      'there is no transaction 202601051000abc; GET /_simulator/transactions lists those that there are',
  }
  const refused = refusing(Response.json(problem, { status: 404 })).transactions.get('202601051000abc')

  await expect(refused).rejects.toThrow(ControlError)
  await expect(refused).rejects.toMatchObject({
    name: 'ControlError',
    message: problem.detail,
    status: 404,
    problem,
  })
})

it('a refusal that is not the simulator’s names the call', async () => {
  const refused = refusing(new Response('<h1>Bad Gateway</h1>', { status: 502 })).clock.get()

  await expect(refused).rejects.toMatchObject({
    message: 'GET http://vtpass/_simulator/clock was answered with HTTP 502: nothing says why',
    status: 502,
    problem: null,
  })
})

it('a mistake in the simulator says so', async () => {
  const headers = { 'x-simulator-reason': 'a mistake in the simulator' }
  const refused = refusing(Response.json({ code: '083' }, { status: 500, headers })).clock.get()

  await expect(refused).rejects.toThrow('was answered with HTTP 500: a mistake in the simulator')
})

it('JSON that is no problem is not taken for one', async () => {
  const refused = refusing(Response.json({ message: 'NOT FOUND' }, { status: 404 })).clock.get()

  await expect(refused).rejects.toMatchObject({ status: 404, problem: null })
})

it('silence is told as fetch tells it', async () => {
  const control = controlOf('http://vtpass', { fetch: () => Promise.reject(new TypeError('fetch failed')) })

  await expect(control.clock.get()).rejects.toThrow(new TypeError('fetch failed'))
})
