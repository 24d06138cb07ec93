/** Lagos keeps UTC+1 all year. */
const LAGOS_AHEAD_MS = 3_600_000
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const RANDOM_CHARACTERS = 16

/** A whole number from 0 up to, but without, its argument, each as likely: `randomInt` of node:crypto. */
export type RandomBelow = (limit: number) => number

/**
 * `202501052330` and sixteen random characters: a request id as VTpass's page "How to generate Request ID" wants it, the
 * date, hour and minute in Lagos first. Two in the same minute are the same once in 10^24, and nobody guesses one.
 *
 * @param nowMillis since 1970, UTC
 */
export function newReference(nowMillis: number, randomBelow: RandomBelow): string {
  const minute = new Date(nowMillis + LAGOS_AHEAD_MS).toISOString().slice(0, 16).replaceAll(/\D/g, '')
  const characters = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET.charAt(randomBelow(36)))
  return minute + characters.join('')
}
