import { once } from 'node:events'
import { createServer } from 'node:net'

const FIRST = 20_000
/** From the next one on, Linux gives ports to whoever connects, at any moment. */
const LAST = 32_767

/** A port on the loopback address that nobody listens on now, below those that the system gives away by itself. */
export async function freePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1))
  const probe = createServer()
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening')
    return port
  } catch {
    return freePort()
  } finally {
    probe.close()
  }
}
