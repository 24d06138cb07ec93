import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { reasonToStop } from './one-line.ts'
import { readOwnSecret } from './own-folder.ts'
import { type Bearer, mintToken } from './routes/token.ts'

const DAY_S = 86_400
const USAGE = 'reseller:token takes --customer ID or --operator NAME, and --days N (1)'

try {
  process.stdout.write(`${await mint(process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`${reasonToStop(error)}\n`)
  process.exit(1)
}

/** A token under the secret of the environment, or else of `.reseller/`. */
async function mint(args: string[]): Promise<string> {
  const { bearer, days } = readArgs(args)
  const secret = process.env.JWT_SECRET || (await readOwnSecret())
  const { jwtSecret } = readConfig({ JWT_SECRET: secret ?? '' })
  return mintToken(bearer, jwtSecret, Date.now(), days * DAY_S)
}

/** @throws {ConfigError} */
function readArgs(args: string[]): { readonly bearer: Bearer; readonly days: number } {
  const { customer, operator, days } = parsed(args)
  const count = /^[1-9]\d{0,2}$/.test(days) ? Number(days) : null
  if (count === null) throw new ConfigError(`--days is "${days}"; it must be a whole number from 1 to 999`)
  if (customer && !operator) return { bearer: { kind: 'customer', id: customer }, days: count }
  if (operator && !customer) return { bearer: { kind: 'operator', name: operator }, days: count }
  throw new ConfigError(USAGE)
}

function parsed(args: string[]) {
  const options = {
    customer: { type: 'string', default: '' },
    operator: { type: 'string', default: '' },
    days: { type: 'string', default: '1' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch {
    throw new ConfigError(USAGE)
  }
}
