import { BlockList, isIPv6 } from 'node:net'
import type { Line } from '../faults/line.ts'
import { type Refused, refuse } from './problem.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const LOOPBACK_HOST = /^(localhost|[\w.-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

type Caller = Pick<Line, 'callerIp' | 'header'>

/**
 * Why a caller is not let in, or null. Without a token only this machine is: by its address, and by the name that it
 * called, since a page of a stranger can give this machine's address a name of its own. A browser says whose page asks.
 */
export function refuseCaller(line: Caller, token: string | null): Refused | null {
  return refusePage(line) ?? (token === null ? refuseStranger(line) : refuseToken(line, token))
}

function refusePage(line: Caller): Refused | null {
  const origin = line.header('origin')
  if (origin === null || hostOf(origin) === line.header('host')) return null
  return refuse(403, `a page of ${origin} may not use the control API`)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function refuseStranger(line: Caller): Refused | null {
  const { callerIp } = line
  const host = line.header('host')
  const isHere = loopback.check(callerIp, isIPv6(callerIp) ? 'ipv6' : 'ipv4')
  if (isHere && (host === null || LOOPBACK_HOST.test(host))) return null
  const who = isHere ? `calls for ${host} are` : `${callerIp} is`
  return refuse(
    403,
    `${who} not answered here: the control API answers callers on this machine; start the simulator with ` +
      '--control-token TOKEN to let in whoever sends it',
  )
}

function refuseToken(line: Caller, token: string): Refused | null {
  const [scheme = '', sent = ''] = (line.header('authorization') ?? '').split(/\s+/)
  if (scheme.toLowerCase() === 'bearer' && isSame(sent, token)) return null
  return refuse(401, 'send authorization: Bearer TOKEN, with the token that --control-token was given', {
    'www-authenticate': 'Bearer',
  })
}

/** Takes as long whatever was sent. Most simulators have no token, and need not load what compares them. */
function isSame(sent: string, token: string): boolean {
  const { createHash, timingSafeEqual } = process.getBuiltinModule('node:crypto')
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(sent), digest(token))
}
