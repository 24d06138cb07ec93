import type { Millis } from '../engine/time.ts'

/** Posts a JSON text; the time limit is by the clock on the wall, and `signal` cuts it off. It never rejects. */
export type Post = (url: string, body: string, timeoutMs: Millis, signal: AbortSignal) => Promise<Heard>

/** What a receiver answered; or why nothing came back, or not all of it, in words, with what did. */
export type Heard =
  | { readonly status: number; readonly body: string; readonly location?: string }
  | { readonly error: string; readonly status?: number; readonly body?: string }
