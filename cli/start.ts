import { type RunningSimulator, startSimulator } from '../simulator/server.ts'
import { readSettings } from './settings.ts'

/** Starts the simulator and runs until a signal ends it. */
export async function start(args: readonly string[]): Promise<void> {
  const { options, quiet } = readSettings(args, process.env)
  const simulator = await startSimulator(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => simulator.stop().then(() => process.exit(0)))
  }
  if (!quiet) console.log(greeting(simulator))
}

function greeting({ url, baseUrl, account }: RunningSimulator): string {
  return `VTpass simulator at ${url}

  base URL     ${baseUrl}
  api-key      ${account.apiKey}
  public-key   ${account.publicKey}
  secret-key   ${account.secretKey}
  or Basic     ${account.email} : ${account.password}
  reference    ${url}/_simulator/docs

Try it (08011111111 succeeds, 201000000000 stays pending, most others fail):

  curl ${baseUrl}/pay -H 'api-key: ${account.apiKey}' -H 'secret-key: ${account.secretKey}' \\
    -d request_id=$(TZ=WAT-1 date +%Y%m%d%H%M%S) -d serviceID=mtn -d amount=100 -d phone=08011111111

Ctrl+C stops it.`
}
