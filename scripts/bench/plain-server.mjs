import { createServer } from 'node:http'

/**
 * What the simulator is measured against: a server that does nothing but read a request, parse its body and send one
 * answer. Plain JavaScript, since stripping types would lengthen its start.
 */
const { status, contentType, body } = JSON.parse(process.env.PLAIN_ANSWER ?? '')
const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }

createServer((request, response) => {
  if (request.method === 'GET') send(response)
  else parse(request, () => send(response))
}).listen(Number(process.argv[2]), '127.0.0.1')

function parse(request, next) {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    JSON.parse(text)
    next()
  })
}

function send(response) {
  response.writeHead(status, headers)
  response.end(body)
}
