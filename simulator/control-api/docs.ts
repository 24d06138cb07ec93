import { readFile } from 'node:fs/promises'
import { files } from '../files.ts'

/** The browsable reference: Swagger UI over our own documents. It loads nothing from anywhere else. */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'">
<title>VTpass simulator: reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_simulator/docs/swagger-ui.css">
</head>
<body>
<nav style="font: 14px sans-serif; padding: 12px 20px">
<a href="/_simulator/docs">VTpass's API</a> · <a href="/_simulator/docs?of=control">The simulator's own: control API</a>
</nav>
<div id="reference"></div>
<script src="/_simulator/docs/swagger-ui-bundle.js"></script>
<script src="/_simulator/docs/start.js"></script>
</body>
</html>
`

/** The reference is tried out against the address that it was loaded from, with the default account's keys filled in. */
const start = `const documents = {
  vtpass: () => fetch('/_simulator/docs/vtpass.json'),
  control: () => fetch('/_simulator/docs/control.json'),
}
const here = (server) => ({ ...server, url: location.origin + new URL(server.url).pathname.replaceAll('%7B', '{').replaceAll('%7D', '}') })
const name = new URLSearchParams(location.search).get('of') === 'control' ? 'control' : 'vtpass'
documents[name]()
  .then((answer) => answer.json())
  .then((document) => {
    for (const part of [document, ...Object.values(document.paths)]) {
      if (part.servers !== undefined) part.servers = part.servers.map(here)
    }
    const reference = SwaggerUIBundle({
      spec: document,
      dom_id: '#reference',
      deepLinking: true,
      tryItOutEnabled: true,
      validatorUrl: null,
      onComplete: () => {
        if (name === 'control') return
        reference.preauthorizeApiKey('ApiKey', 'sim-api-key')
        reference.preauthorizeApiKey('PublicKey', 'PK_sim_public_key')
        reference.preauthorizeApiKey('SecretKey', 'SK_sim_secret_key')
      },
    })
  })
`

interface DocsFile {
  readonly contentType: string
  readonly body: Uint8Array<ArrayBuffer> | string
}

const javascript = 'text/javascript; charset=utf-8'

const readers: Record<string, () => Promise<DocsFile>> = {
  'start.js': async () => ({ contentType: javascript, body: start }),
  'vtpass.json': () => read(new URL('vtpass.json', files.documents), 'application/json'),
  'control.json': () => read(new URL('control.json', files.documents), 'application/json'),
  'swagger-ui.css': () => read(new URL('swagger-ui.css', files.docs()), 'text/css; charset=utf-8'),
  'swagger-ui-bundle.js': () => read(new URL('swagger-ui-bundle.js', files.docs()), javascript),
}

/** A file of the reference, or null where it has none of that name. */
export async function docsFile(name: string): Promise<DocsFile | null> {
  return Object.hasOwn(readers, name) ? ((await readers[name]?.()) ?? null) : null
}

async function read(path: URL, contentType: string): Promise<DocsFile> {
  return { contentType, body: new Uint8Array(await readFile(path)) }
}
