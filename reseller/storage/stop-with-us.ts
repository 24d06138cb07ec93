import { type ChildProcess, spawn } from 'node:child_process'

export interface Watch {
  /** The server is ended by somebody else. */
  end(): void
}

export interface Watched {
  readonly server: ChildProcess
  readonly folder: string
  readonly after: 'kept' | 'removed'
}

/**
 * Waits for the end of its input, which is our end. Then it stops the server, which takes its file away when it has stopped.
 */
const SCRIPT = `cat; kill -INT "$1"
tries=0
while test -e "$2/postmaster.pid" && test $tries -lt 100; do sleep 0.1; tries=$((tries + 1)); done
test "$3" = kept || rm -rf "$2"`

/**
 * Stops a server when this process ends, `kill -9` included, with a small process that waits for that. Windows has no shell
 * for it: there a server outlives a crash of ours.
 */
export function stopWithUs({ server, folder, after }: Watched): Watch {
  if (process.platform === 'win32' || server.pid === undefined) return { end: () => {} }
  const watcher = spawn('sh', ['-c', SCRIPT, 'stop-with-us', String(server.pid), folder, after], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  // Its pipe would keep us from ending.
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref()
  return { end: () => void watcher.kill('SIGKILL') }
}
