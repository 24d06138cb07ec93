import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** As whom a process runs; empty for ourselves. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

const run = promisify(execFile)

/** PostgreSQL refuses to run as root: root runs it as the user `postgres`, and makes that user where there is none. */
export async function postgresUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  try {
    return await readUser()
  } catch {
    await run('useradd', ['--system', '--user-group', 'postgres'])
    return readUser()
  }
}

async function readUser(): Promise<RunAs> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])))
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
}
