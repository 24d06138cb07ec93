import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The core that the servers run on, and the one that the load comes from. */
interface Cores {
  readonly server: number
  readonly load: number
}

/** The cores, or why the processes are left wherever the system puts them. */
export const cores: Cores | string = readCores()

/** A command line that keeps its process on a core; unchanged where nothing is pinned. */
export function onCore(role: keyof Cores, command: readonly string[]): readonly string[] {
  return typeof cores === 'string' ? command : ['taskset', '-c', String(cores[role]), ...command]
}

function readCores(): Cores | string {
  if (process.platform !== 'linux') return 'processes are pinned to cores on Linux only'
  if (spawnSync('taskset', ['--version']).status !== 0) return 'taskset (util-linux) is missing'
  const [server, load] = allowedCores()
  if (server === undefined || load === undefined) return 'there is one core only'
  return { server, load }
}

/** A container may be given any of the machine's cores: `0-1` or `2,5-7`. */
function allowedCores(): number[] {
  const status = readFileSync('/proc/self/status', 'utf8')
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(status)?.[1] ?? ''
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}
