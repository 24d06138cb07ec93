import type { ControlledSimulator, ServerOptions } from '../../simulator/index.ts'
import { controlForm } from './control-form.ts'
import { arrangeControl } from './control-world.ts'
import { inOneForm } from './one-form.ts'

/** A document that the running simulator is held to, and a mistake that has to be seen. */
export interface Oracle {
  readonly document: string
  /** The document as specmatic can ask it. */
  readonly form: (text: string) => Record<string, unknown>
  /** Where the paths of the document begin. */
  readonly root: string
  readonly options: ServerOptions
  readonly arrange: (simulator: ControlledSimulator) => Promise<void>
  /** The most requests that are made of one operation; null is every combination of what its fields can be. */
  readonly mostCombinations: number | null
  /** The credentials, as specmatic's settings say them. */
  readonly schemes: (simulator: ControlledSimulator) => Record<string, object>
  readonly mistake: {
    readonly what: string
    readonly change: (body: string) => string
    /** The operations whose answers it breaks. */
    readonly breaks: readonly string[]
  }
}

const TOKEN = 'token-of-the-oracle'

export const oracles: readonly Oracle[] = [
  {
    document: 'vtpass',
    form: inOneForm,
    root: '/api',
    options: { account: { duplicateWindow: 0 } },
    arrange: async () => {},
    mostCombinations: null,
    schemes: ({ account: { apiKey, publicKey, secretKey, email, password } }) => {
      const key = (value: string) => ({ type: 'apiKey', value })
      const token = Buffer.from(`${email}:${password}`).toString('base64')
      return {
        ApiKey: key(apiKey),
        PublicKey: key(publicKey),
        SecretKey: key(secretKey),
        Basic: { type: 'basicAuth', token },
      }
    },
    mistake: {
      what: 'a code told as a number',
      change: (body) => body.replace(/"code":"(\d+)"/, (_, code) => `"code":${Number(code)}`),
      breaks: [
        'GET /services',
        'GET /service-variations',
        'POST /merchant-verify',
        'POST /merchant-verify/smile/email',
        'POST /pay',
        'POST /requery',
      ],
    },
  },
  {
    document: 'control',
    form: controlForm,
    root: '/_simulator',
    // A webhook is acknowledged, and goes nowhere.
    options: { controlToken: TOKEN, post: async () => ({ status: 200, body: '{"response":"success"}' }) },
    arrange: arrangeControl,
    // Of a scenario alone there are 11,000, three minutes of them.
    mostCombinations: 30,
    schemes: () => ({ ControlToken: { type: 'bearer', token: TOKEN } }),
    mistake: {
      what: 'a balance told as a text',
      change: (body) => body.replaceAll(/"wallet":([\d.]+)/g, '"wallet":"$1"'),
      breaks: ['GET /accounts', 'POST /accounts', 'GET /accounts/{id}', 'PATCH /accounts/{id}'],
    },
  },
]
