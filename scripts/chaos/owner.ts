import { connect } from '../../reseller/storage/pool.ts'

type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/**
 * Does something in the database with the rights of its owner, which no reseller has. Null where it cannot be reached now.
 */
export async function asOwner<Result>(
  url: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result | null> {
  try {
    const client = await connect(url)
    try {
      return await work(async (text, values = []) => (await client.query(text, [...values])).rows)
    } finally {
      await client.end()
    }
  } catch {
    return null
  }
}
