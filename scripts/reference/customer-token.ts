import { readConfig } from '../../reseller/config.ts'
import { mintToken } from '../../reseller/routes/token.ts'
import { createCustomer } from '../../reseller/storage/funding.ts'
import { openDatabase } from '../../reseller/storage/pool.ts'

const DAY_S = 86_400

/**
 * For `check reseller --token-command`: makes the customer of this name where there is none, in the database of the
 * environment, and prints a token.
 */
const [id = ''] = process.argv.slice(2)
const { databaseUrl, jwtSecret } = readConfig(process.env)
if (id === '' || databaseUrl === null) {
  process.stderr.write(
    'customer-token.ts takes a name, with DATABASE_URL and JWT_SECRET in the environment\n',
  )
  process.exit(1)
}
const database = await openDatabase(databaseUrl, { connections: 1 })
await createCustomer(database, { id, kind: 'regular', phone: '08012345678', at: new Date() })
await database.close()
process.stdout.write(`${await mintToken({ kind: 'customer', id }, jwtSecret, Date.now(), DAY_S)}\n`)
