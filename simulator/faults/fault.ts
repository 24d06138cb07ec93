import { close } from './close.ts'
import { hold } from './hold.ts'
import type { Strike } from './strike.ts'

/** What the caller hears of an answer. It never changes what happened. */
export type Fault = 'none' | 'close' | 'hold'

/** How each fault strikes. */
export const strikes: Record<Fault, Strike> = { none: (answer, line) => line.send(answer), close, hold }
