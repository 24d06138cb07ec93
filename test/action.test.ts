import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../', import.meta.url))
const script = join(root, 'scripts/action/start.sh')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vtpass-action-'))
  for (const name of ['env', 'output']) await writeFile(join(folder, name), '')
})
afterEach(() => rm(folder, { recursive: true }))

/** As a runner starts a step of the action. */
async function start(settings: Record<string, string>) {
  const port = await freePort()
  const env = {
    ...process.env,
    RUNNER_TEMP: folder,
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_OUTPUT: join(folder, 'output'),
    SIMULATOR_PORT: String(port),
    ARGUMENTS: '',
    ...settings,
  }
  const { stdout } = await run('bash', [script], { env, cwd: folder })
  return { stdout, url: `http://127.0.0.1:${port}` }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

// The script is for a runner's POSIX shell.
describe.skipIf(process.platform === 'win32')('the action', () => {
  it('leaves a simulator running, and tells the steps that follow where it is', async () => {
    const { url } = await start({ PACKAGE: join(root, 'dist'), ARGUMENTS: '--wallet 777' })
    try {
      const headers = { 'api-key': 'sim-api-key', 'public-key': 'PK_sim_public_key' }
      const balance = await (await fetch(`${url}/api/balance`, { headers })).json()
      expect(balance).toMatchObject({ contents: { balance: 777 } })
      expect(await readFile(join(folder, 'env'), 'utf8')).toBe(
        `VTPASS_SIMULATOR_URL=${url}\nVTPASS_BASE_URL=${url}/api\nVTPASS_API_KEY=sim-api-key\n` +
          'VTPASS_PUBLIC_KEY=PK_sim_public_key\nVTPASS_SECRET_KEY=SK_sim_secret_key\n',
      )
      expect(await readFile(join(folder, 'output'), 'utf8')).toBe(`url=${url}\n`)
    } finally {
      await stop(url)
    }
  }, 60_000)

  it('fails with what the simulator said where that does not start', async () => {
    const failed = start({ PACKAGE: join(root, 'dist'), ARGUMENTS: '--wallet much' })
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/::error::[\s\S]*wallet/),
    })
  }, 60_000)

  it('hands every input to its script', async () => {
    const action = parse(await readFile(join(root, 'action.yml'), 'utf8'))
    const [step] = action.runs.steps
    const handed = Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(String(value))?.[1])
    expect(handed.sort()).toEqual(Object.keys(action.inputs).sort())
    expect(step.run).toContain('scripts/action/start.sh')
  })
})

/** Ends what listens there: npm starts it through two processes of its own. */
async function stop(url: string): Promise<void> {
  // In brackets, so that the pattern does not match its own command line.
  await run('pkill', ['-f', `[s]tart --port ${new URL(url).port}`])
}
