import { readFileSync } from 'node:fs'

/** Linux counts CPU time for user space in hundredths of a second, whatever the kernel's own tick is. */
const MS_PER_TICK = 10

/** The CPU time that a process has used so far, all its threads together; null where there is no /proc. */
export function cpuMsOf(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the command in brackets and may hold spaces; the third follows the last bracket.
  const fromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [userTicks, systemTicks] = [Number(fromThird[14 - 3]), Number(fromThird[15 - 3])]
  return (userTicks + systemTicks) * MS_PER_TICK
}
