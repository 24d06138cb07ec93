import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The environment in which a process of Node notes its own connections in a file, and what it noted, each once. */
export function noteConnections(folder: string, name: string) {
  const path = join(folder, 'note-connections.mjs')
  const notes = join(folder, name)
  writeFileSync(path, preload)
  writeFileSync(notes, '')
  return {
    env: { NOTES: notes, NODE_OPTIONS: `--import=${pathToFileURL(path)}` },
    read: () => [...new Set(readFileSync(notes, 'utf8').split('\n').filter(Boolean))].sort(),
  }
}

/** Notes every attempt at a connection; a server that listens on an address looks it up, but asks nobody. */
const preload = `
import dgram from 'node:dgram'
import { subscribe } from 'node:diagnostics_channel'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const note = (name) => appendFileSync(process.env.NOTES, name + '\\n')
subscribe('net.client.socket', () => note('net.client.socket'))
function watch(owner, name, label, isNoted = () => true) {
  const original = owner[name]
  owner[name] = function (...args) {
    if (isNoted(args[0])) note(label)
    return Reflect.apply(original, this, args)
  }
}
const isName = (host) => net.isIP(host) === 0
watch(net.Socket.prototype, 'connect', 'net.Socket.connect')
watch(tls, 'connect', 'tls.connect')
watch(dgram, 'createSocket', 'dgram.createSocket')
watch(dns, 'lookup', 'dns.lookup', isName)
watch(dns.promises, 'lookup', 'dns.promises.lookup', isName)
syncBuiltinESMExports()
`
